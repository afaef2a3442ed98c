import { useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useStateGuarantees } from '../api/queries.ts';
import type { Kept } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { t } from '../strings/strings.ts';
import type { Concept } from './concepts.ts';

const KINDS = ['promotion', 'penalty', 'lock', 'sanction'] as const;

interface GuaranteeSectionProps {
  readonly conflict: Kept<'conflict'>;
  readonly state: string;
  readonly concept: Concept;
}

/** What would make a state hold, each kind of guarantee beside the others. Looked for when asked: it may take a while. */
export function GuaranteeSection({ conflict, state, concept }: GuaranteeSectionProps) {
  const [asked, setAsked] = useState(false);
  return (
    <section className="guarantees">
      <h3>{t('stability.guarantee')}</h3>
      <p className="sub">{t('stability.mediatorOnly')}</p>
      {asked ? (
        <Guarantees conflict={conflict} state={state} concept={concept} />
      ) : (
        <Button onPress={() => setAsked(true)}>{t('stability.guaranteeAsk')}</Button>
      )}
    </section>
  );
}

function Guarantees({ conflict, state, concept }: GuaranteeSectionProps) {
  const { data, error } = useStateGuarantees(conflict.id, state, concept);
  if (error instanceof ApiProblem) {
    return (
      <p className="nothing" role="status">
        {error.message} {error.cure}
      </p>
    );
  }
  if (!data) return <p role="status">{t('shell.loading')}</p>;
  return data.readings.map(({ name, holds, answers, more, method }) => (
    <section key={name} className="reading-of" aria-live="polite">
      {data.readings.length > 1 && (
        <h4>
          <bdi>{name}</bdi>
        </h4>
      )}
      {holds && <p>{t('stability.holdsAsItIs')}</p>}
      {!holds &&
        KINDS.map((kind) => {
          const ways = answers.filter((answer) => answer.kind === kind);
          return (
            <div key={kind}>
              <h5>{t(`stability.kind.${kind}`)}</h5>
              {ways.length === 0 && <p className="nothing">{t('stability.noWay')}</p>}
              {ways.map(({ sentences }, place) => (
                <p key={sentences.join(' ')} dir="auto">
                  {place > 0 && `${t('stability.orElse')} `}
                  {sentences.join(' ')}
                </p>
              ))}
            </div>
          );
        })}
      {more > 0 && <p className="sub">{t('stability.moreWays', { count: more })}</p>}
      {!method.complete && <p className="sub">{t('stability.cutOff')}</p>}
    </section>
  ));
}
