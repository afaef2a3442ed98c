import { type FormEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { queryClient } from '../api/queries.ts';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/field.tsx';
import { navigate } from '../router/location.ts';
import { problemShown, showProblem } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { languageOf } from '../text/language-of.ts';

export function NewCaseForm({ first }: { first: boolean | undefined }) {
  const [title, setTitle] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    setBusy(true);
    try {
      const made = await api.newCase({ title: { [languageOf(title)]: title.trim() }, ...(passphrase && { passphrase }) });
      problemShown.set(null);
      await queryClient.invalidateQueries({ queryKey: ['cases'] });
      navigate({ route: { view: 'table', caseId: made.caseId }, query: {} });
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="sheet" onSubmit={(event) => void submit(event)} aria-labelledby="new-case-title">
      <h2 id="new-case-title">{t('start.newCase')}</h2>
      <TextField
        label={t('start.title')}
        name="title"
        value={title}
        onChange={setTitle}
        placeholder={t('start.titleExample')}
        said
        required
        autoFocus={first === true}
      />
      <TextField
        label={t('start.passphrase')}
        name="passphrase"
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        hint={t('start.passphraseHint')}
      />
      <div className="actions">
        <Button type="submit" look="main" isDisabled={busy || title.trim() === ''}>
          {t('start.create')}
        </Button>
      </div>
    </form>
  );
}
