import { type FormEvent, useState } from 'react';
import type { Statement } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { CheckField, SelectField, TextField } from '../controls/field.tsx';
import { SidePanel } from '../controls/side-panel.tsx';
import { FeatureIdsField } from '../setup/feature-ids-field.tsx';
import { LinkFields } from '../statement/link-fields.tsx';
import { STRENGTHS } from '../statement/strengths.ts';
import { t } from '../strings/strings.ts';
import { findWords, type SpanPart, withRelays, withSpan } from './draft.ts';
import { SpanField } from './span-field.tsx';
import { type Draft, draftProblem } from './use-review.ts';

const VOICES = ['official', 'spokesperson', 'anonymous'] as const;
const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;

interface CorrectionFormProps {
  readonly text: string;
  readonly draft: Draft;
  readonly parts: readonly SpanPart[];
  readonly onChange: (draft: Draft) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** Everything of a statement to correct or add: its words in the text, its speaker, its grade, what it is linked to. */
export function CorrectionForm({ text, draft, parts, onChange, onSave, onCancel }: CorrectionFormProps) {
  const { statement, part } = draft;
  const set = (changes: Partial<Statement>) => onChange({ ...draft, statement: { ...statement, ...changes } });
  const problem = draftProblem(statement);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <SidePanel
      title={draft.id === null ? t('correct.addTitle') : t('correct.title')}
      subject={draft.id ?? 'new'}
      below={t('correct.how')}
      onClose={onCancel}
    >
      <form className="correction" onSubmit={submit}>
        <fieldset className="spans">
          <legend>{t('correct.words')}</legend>
          {parts.map((one) => (
            <SpanField
              key={one}
              part={one}
              text={text}
              statement={statement}
              isActive={part === one}
              onActivate={() => onChange({ ...draft, part: one })}
              onChange={(next) => onChange({ ...draft, statement: next, part: one })}
            />
          ))}
          <FindWords part={part} onFind={(words) => findInText(words, draft, text, onChange)} />
        </fieldset>

        <h3>{t('correct.speaker')}</h3>
        <TextField
          label={t('correct.name')}
          value={statement.speaker.name}
          onChange={(name) => set({ speaker: { ...statement.speaker, name } })}
          said
          hint={t('correct.nameHint')}
        />
        <div className="two">
          <TextField
            label={t('correct.role')}
            value={statement.speaker.role ?? ''}
            onChange={(role) => {
              const { role: _role, ...speaker } = statement.speaker;
              set({ speaker: role === '' ? speaker : { ...speaker, role } });
            }}
            said
          />
          <Relays statement={statement} onChange={(next) => onChange({ ...draft, statement: next })} />
        </div>
        <CheckField
          label={t('correct.anonymous')}
          checked={statement.speaker.anonymous}
          onChange={(anonymous) => set({ speaker: { ...statement.speaker, anonymous } })}
        />

        <h3>{t('correct.link')}</h3>
        <LinkFields name="form" statement={statement} onChange={(next) => onChange({ ...draft, statement: next })} />
        <FeatureIdsField label={t('maps.speaksOf')} value={statement.featureIds ?? []} onChange={(featureIds) => set({ featureIds })} />

        <h3>{t('correct.weight')}</h3>
        <div className="two">
          <SelectField
            label={t('correct.strength')}
            value={statement.strength}
            onChange={(strength) => set({ strength })}
            options={STRENGTHS.map((one) => ({ value: one, label: t(`strength.${one}`) }))}
          />
          <SelectField
            label={t('correct.voice')}
            value={statement.voice ?? ''}
            onChange={(voice) => {
              const { voice: _voice, ...rest } = statement;
              onChange({ ...draft, statement: voice === '' ? rest : { ...rest, voice } });
            }}
            options={[
              { value: '' as const, label: t('correct.voiceFromSpeaker') },
              ...VOICES.map((one) => ({ value: one, label: t(`voice.${one}`) })),
            ]}
          />
          <SelectField
            label={t('correct.credibility')}
            value={String(statement.credibility ?? '')}
            onChange={(value) => {
              const { credibility: _credibility, ...rest } = statement;
              onChange({
                ...draft,
                statement: value === '' ? rest : { ...rest, credibility: Number(value) as NonNullable<Statement['credibility']> },
              });
            }}
            options={[
              { value: '', label: t('source.notGraded') },
              ...CREDIBILITIES.map((one) => ({ value: one, label: `${one} · ${t(`credibility.${one}`)}` })),
            ]}
          />
          <TextField
            label={t('correct.saidOn')}
            value={statement.saidOn ?? ''}
            onChange={(value) => {
              const { saidOn: _saidOn, ...rest } = statement;
              onChange({ ...draft, statement: value.trim() === '' ? rest : { ...rest, saidOn: value.trim() } });
            }}
            placeholder="2025-07-12"
            hint={t('date.hint')}
            problem={statement.saidOn !== undefined && problem !== null && statement.content.length > 0 ? problem : null}
          />
        </div>
        <div className="actions">
          <Button type="submit" look="main" keyHint="Ctrl+Enter" isDisabled={problem !== null}>
            {draft.id === null ? t('correct.add') : t('correct.save')}
          </Button>
          <Button onPress={onCancel} keyHint="Esc">
            {t('form.cancel')}
          </Button>
          {statement.content.length === 0 && <small className="problem">{problem}</small>}
        </div>
      </form>
    </SidePanel>
  );
}

/** Typed words that are looked up in the text: the way to mark a part without a mouse. */
function FindWords({ part, onFind }: { part: SpanPart; onFind: (words: string) => boolean }) {
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const find = () => {
    if (words.trim() === '') return;
    const found = onFind(words);
    setMissing(!found);
    if (found) setWords('');
  };
  return (
    <div className="find-words">
      <TextField
        label={t('correct.find', { part: t(`part.${part}`) })}
        value={words}
        onChange={(value) => {
          setWords(value);
          setMissing(false);
        }}
        said
        problem={missing ? t('correct.notFound') : null}
        hint={t('correct.findHint')}
        onEnter={find}
      />
    </div>
  );
}

function findInText(words: string, draft: Draft, text: string, onChange: (draft: Draft) => void): boolean {
  const around = draft.statement.content[0]?.start ?? 0;
  const stretch = findWords(text, words, Math.max(0, around - 400));
  if (stretch === null) return false;
  onChange({ ...draft, statement: withSpan(draft.statement, draft.part, stretch, text) });
  return true;
}

function Relays({ statement, onChange }: { statement: Statement; onChange: (statement: Statement) => void }) {
  const [line, setLine] = useState(() => statement.relays.map(({ name }) => name).join('; '));
  return (
    <TextField
      label={t('correct.relays')}
      value={line}
      onChange={(value) => {
        setLine(value);
        onChange(withRelays(statement, value));
      }}
      said
      hint={t('correct.relaysHint')}
    />
  );
}
