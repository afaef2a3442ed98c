import { SelectField } from '../controls/field.tsx';
import { t } from '../strings/strings.ts';
import { languageName, READ_LANGUAGES } from '../text/language-name.ts';

/** The language of a text; empty: it is told from the text. */
export function LanguageField({ value, onChange, mayBeTold }: { value: string; onChange: (tag: string) => void; mayBeTold: boolean }) {
  const tags = [...new Set([...READ_LANGUAGES, ...(value === '' ? [] : [value])])].sort((a, b) =>
    languageName(a).localeCompare(languageName(b), 'en'),
  );
  return (
    <SelectField
      label={t('language.label')}
      value={value}
      onChange={onChange}
      hint={t('language.hint')}
      options={[
        ...(mayBeTold || value === '' ? [{ value: '', label: t('language.told') }] : []),
        ...tags.map((tag) => ({ value: tag, label: languageName(tag) })),
      ]}
    />
  );
}
