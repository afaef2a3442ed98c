import type { Bodies } from '../api/types.ts';
import { SelectField, TextField } from '../controls/field.tsx';
import { STRENGTHS } from '../statement/strengths.ts';
import { t } from '../strings/strings.ts';
import { languageName, READ_LANGUAGES } from '../text/language-name.ts';
import { FormPanel } from './form-panel.tsx';
import type { FormProps } from './party-form.tsx';
import { useSetupForm } from './use-setup-form.ts';

type Cue = Bodies['cue'];
const BLANK: Cue = { words: '', strength: 'asserts', language: 'en', evidence: [] };

/** A word by which the reports of the case say that somebody speaks, and with what force. */
export function CueForm({ id, onClose }: FormProps) {
  const { body, set, panel, formKey } = useSetupForm({
    kind: 'cue',
    id,
    blank: BLANK,
    nameOf: ({ words }) => `“${words}”`,
    onClose,
  });
  return (
    <FormPanel title={id ? `“${body.words}”` : t('setup.cue.add')} subject={id ?? 'cue'} problem={problemOf(body)} {...panel}>
      <div key={formKey}>
        <TextField
          label={t('cue.words')}
          hint={t('cue.wordsHint')}
          value={body.words}
          onChange={(words) => set({ words })}
          said
          autoFocus={!id}
        />
        <div className="two">
          <SelectField
            label={t('cue.strength')}
            value={body.strength}
            onChange={(strength) => set({ strength })}
            options={STRENGTHS.map((one) => ({ value: one, label: t(`strength.${one}`) }))}
          />
          <SelectField
            label={t('cue.language')}
            value={body.language}
            onChange={(language) => set({ language })}
            options={[...new Set([...READ_LANGUAGES, body.language])].map((tag) => ({ value: tag, label: languageName(tag) }))}
          />
        </div>
      </div>
    </FormPanel>
  );
}

function problemOf({ words, language }: Cue): string | null {
  if (!/\p{L}/u.test(words)) return t('cue.needsWord');
  return language.split('-')[0] === 'en' && /\s/.test(words.trim()) ? t('cue.oneWord') : null;
}
