import type { Statement } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../strings/strings.ts';
import { type SpanPart, spansOf, withNudge, withoutSpan } from './draft.ts';

interface SpanFieldProps {
  readonly part: SpanPart;
  readonly text: string;
  readonly statement: Statement;
  /** Whether the next words selected in the text become this part. */
  readonly isActive: boolean;
  readonly onActivate: () => void;
  readonly onChange: (statement: Statement) => void;
}

/** The words of one part of a statement: select it, then select words in the text; or move its ends word by word. */
export function SpanField({ part, text, statement, isActive, onActivate, onChange }: SpanFieldProps) {
  const spans = spansOf(statement, part);
  const name = t(`part.${part}`);
  const nudge = (index: number, edge: 'start' | 'end', by: -1 | 1) => onChange(withNudge(statement, part, index, edge, by, text));
  return (
    <div className={isActive ? 'span-field active' : 'span-field'}>
      <label className="part-name">
        <input type="radio" name="part" checked={isActive} onChange={onActivate} /> {name}
      </label>
      <div>
        {spans.length === 0 && <span className="nothing">{t('correct.noWords')}</span>}
        {spans.map((span, index) => (
          <div key={span.start} className="span-words">
            <span className={`said seg ${part} accepted`} dir="auto">
              {span.text}
            </span>
            {isActive && (
              <span className="nudges">
                <Button look="quiet" aria-label={t('correct.startEarlier', { part: name })} onPress={() => nudge(index, 'start', -1)}>
                  <span className="arrow-back" aria-hidden="true" />
                </Button>
                <Button look="quiet" aria-label={t('correct.startLater', { part: name })} onPress={() => nudge(index, 'start', 1)}>
                  <span className="arrow-on" aria-hidden="true" />
                </Button>
                <span aria-hidden="true">…</span>
                <Button look="quiet" aria-label={t('correct.endEarlier', { part: name })} onPress={() => nudge(index, 'end', -1)}>
                  <span className="arrow-back" aria-hidden="true" />
                </Button>
                <Button look="quiet" aria-label={t('correct.endLater', { part: name })} onPress={() => nudge(index, 'end', 1)}>
                  <span className="arrow-on" aria-hidden="true" />
                </Button>
                <Button
                  look="quiet"
                  aria-label={t('correct.remove', { part: name })}
                  onPress={() => onChange(withoutSpan(statement, part, index))}
                >
                  <span aria-hidden="true">×</span>
                </Button>
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
