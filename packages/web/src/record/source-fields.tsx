import { isEdtfDate } from '@parley/model';
import type { NewSource } from '../api/types.ts';
import { SelectField, TextField } from '../controls/field.tsx';
import { t } from '../strings/strings.ts';
import { LanguageField } from './language-field.tsx';

/** What is known of a source besides its text, as the form holds it. */
export interface SourceForm {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  /** A language tag; empty: told from the text. */
  readonly language: string;
  readonly reliability: '' | NonNullable<NewSource['reliability']>;
}

export const EMPTY_SOURCE: SourceForm = { title: '', publisher: '', published: '', language: '', reliability: '' };
const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** Whether the form can be recorded: a date, where there is one, is a date. */
export function dateProblem(published: string): string | null {
  return published.trim() === '' || isEdtfDate(published.trim()) ? null : t('date.wrong');
}

/** The fields that are filled in, as a new source takes them. */
export function filledIn({ title, publisher, published, language, reliability }: SourceForm) {
  return {
    ...(title.trim() && { title: title.trim() }),
    ...(publisher.trim() && { publisher: publisher.trim() }),
    ...(published.trim() && { published: published.trim() }),
    ...(language && { language }),
    ...(reliability && { reliability }),
  };
}

interface SourceFieldsProps {
  readonly value: SourceForm;
  readonly onChange: (value: SourceForm) => void;
  /** A meeting note has no publisher. */
  readonly isNote?: boolean;
  /** It is there already: its language is known. */
  readonly isKept?: boolean;
}

export function SourceFields({ value, onChange, isNote = false, isKept = false }: SourceFieldsProps) {
  const set = (part: Partial<SourceForm>) => onChange({ ...value, ...part });
  return (
    <>
      <TextField
        label={t('source.title')}
        value={value.title}
        onChange={(title) => set({ title })}
        said
        hint={isNote ? undefined : t('source.titleHint')}
      />
      <div className="two">
        {!isNote && <TextField label={t('source.publisher')} value={value.publisher} onChange={(publisher) => set({ publisher })} said />}
        <TextField
          label={isNote ? t('source.heldOn') : t('source.published')}
          value={value.published}
          onChange={(published) => set({ published })}
          placeholder="2025-07-12"
          hint={t('date.hint')}
          problem={dateProblem(value.published)}
        />
      </div>
      <div className="two">
        <SelectField
          label={t('source.reliability')}
          value={value.reliability}
          onChange={(reliability) => set({ reliability })}
          options={[
            { value: '', label: t('source.notGraded') },
            ...RELIABILITIES.map((grade) => ({ value: grade, label: `${grade} · ${t(`reliability.${grade}`)}` })),
          ]}
        />
        <LanguageField value={value.language} onChange={(language) => set({ language })} mayBeTold={!isKept} />
      </div>
    </>
  );
}
