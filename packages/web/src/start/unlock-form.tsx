import type { Label } from '@parley/model';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { queryClient } from '../api/queries.ts';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/field.tsx';
import { Name } from '../controls/words.tsx';
import { navigate } from '../router/location.ts';
import { problemShown, showProblem } from '../state/changes.ts';
import { t } from '../strings/strings.ts';

/** A case file that is encrypted: asks for its passphrase. */
export function UnlockForm({ file, title }: { file: string; title: Label | null }) {
  const [passphrase, setPassphrase] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const opened = await api.openCase({ file, ...(passphrase && { passphrase }) });
      problemShown.set(null);
      await queryClient.invalidateQueries({ queryKey: ['cases'] });
      navigate({ route: { view: 'table', caseId: opened.caseId }, query: {} });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <form className="unlock" onSubmit={(event) => void submit(event)} aria-label={t('start.unlockFile', { file })}>
      <span className="case-title">{title ? <Name label={title} /> : <bdi dir="ltr">{file}</bdi>}</span> <small>{t('start.locked')}</small>
      <TextField label={t('start.passphraseOf', { file })} type="password" value={passphrase} onChange={setPassphrase} />
      <Button type="submit">{t('start.unlock')}</Button>
    </form>
  );
}
