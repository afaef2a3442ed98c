import { type ComponentProps, useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useBargainOpenings, useBargainQuestions } from '../api/queries.ts';
import type { BargainOpenings, BargainQuestions, BargainView } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { EvidenceLinks } from '../statement/evidence-links.tsx';
import { t } from '../strings/strings.ts';
import { namesOf } from './names.ts';
import { percent } from './share-text.ts';
import { Working } from './working.tsx';

/** What parties might concede and what to ask next: for the mediator, and looked for only when asked. */
export function MediatorSection({ view }: { view: BargainView }) {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const { query } = useCasePlace();
  const ask = (what: string) => setAsked([...asked, what]);
  return (
    <section className="mediator">
      <h2>{t('bargain.mediator')}</h2>
      <p className="sub">{t('bargain.mediatorOnly')}</p>
      <h3>{t('bargain.openings')}</h3>
      {asked.includes('openings') ? (
        <Openings view={view} rule={query.ratify} />
      ) : (
        <Button onPress={() => ask('openings')}>{t('bargain.openingsAsk')}</Button>
      )}
      <h3>{t('bargain.questions')}</h3>
      {asked.includes('questions') ? (
        <Questions view={view} rule={query.ratify} />
      ) : (
        <Button onPress={() => ask('questions')}>{t('bargain.questionsAsk')}</Button>
      )}
    </section>
  );
}

interface AskedProps {
  readonly view: BargainView;
  readonly rule: string | undefined;
}

function Openings({ view, rule }: AskedProps) {
  const asked = useBargainOpenings(rule);
  const { data, error } = asked;
  const names = namesOf(view);
  const statementsOf = (positions: readonly string[]) => [...new Set(positions.flatMap((id) => view.statements[id] ?? []))];
  if (!data) return <Waiting error={error} name="openings" query={asked} />;
  if (data.acceptableAlready > 0) return <p role="status">{t('bargain.openings.already', { count: data.acceptableAlready })}</p>;
  if (data.openings.length === 0) return <p role="status">{t('bargain.openings.none')}</p>;
  return (
    <ol>
      {data.openings.map((opening: BargainOpenings['openings'][number]) => (
        <li key={JSON.stringify(opening.moves)}>
          {opening.moves.map((move) => (
            <p key={`${move.partyId} ${move.issueId} ${move.optionId} ${move.factionId}`}>
              {t(`bargain.opening.${move.from}`, { name: names.party(move.partyId), option: names.option(move.issueId, move.optionId) })}{' '}
              <EvidenceLinks ids={statementsOf(move.evidence)} />
            </p>
          ))}
          <p className="sub">
            {t('bargain.opening.opens', { count: opening.opens })}{' '}
            {opening.packages.slice(0, 1).map((one) => (
              <bdi key={JSON.stringify(one.package)}>{names.package(one.package)}</bdi>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Questions({ view, rule }: AskedProps) {
  const asked = useBargainQuestions(rule);
  const { data, error } = asked;
  const names = namesOf(view);
  if (!data) return <Waiting error={error} name="questions" query={asked} />;
  if (data.questions.length === 0) return <p role="status">{t('bargain.questions.none')}</p>;
  return (
    <ol>
      {data.questions.map((question) => (
        <li key={JSON.stringify([question.partyId, question.ask])}>
          <p>{questionText(question, names)}</p>
          <p className="sub">
            {t('bargain.question.settles', {
              settles: question.settles.toFixed(2),
              open: data.open.toFixed(2),
              percent: percent(question.ifFirst.share),
            })}
          </p>
        </li>
      ))}
    </ol>
  );
}

function questionText({ partyId, ask }: BargainQuestions['questions'][number], names: ReturnType<typeof namesOf>): string {
  const name = names.party(partyId);
  if (ask.kind === 'packages') {
    return t('bargain.question.packages', { name, first: names.package(ask.first), second: names.package(ask.second) });
  }
  if (ask.kind === 'options') {
    const option = (id: string) => names.option(ask.issueId, id);
    return t('bargain.question.options', { name, issue: names.issue(ask.issueId), first: option(ask.first), second: option(ask.second) });
  }
  return t('bargain.question.issues', { name, first: names.issue(ask.first), second: names.issue(ask.second) });
}

function Waiting({ error, ...working }: { error: Error | null } & ComponentProps<typeof Working>) {
  if (error instanceof ApiProblem) {
    return (
      <p className="nothing" role="status">
        {error.message} {error.cure}
      </p>
    );
  }
  return <Working {...working} />;
}
