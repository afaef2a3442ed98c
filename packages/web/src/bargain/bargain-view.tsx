import { ApiProblem } from '../api/problem.ts';
import { useBargain, useKind } from '../api/queries.ts';
import type { BargainView as View } from '../api/types.ts';
import { SelectField } from '../controls/field.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { ExactSection } from './exact-section.tsx';
import { Factions } from './factions.tsx';
import { hasAllNumbers } from './has-all-numbers.ts';
import { MediatorSection } from './mediator-section.tsx';
import { settled } from './package-fields.tsx';
import { PackagePanel } from './package-panel.tsx';
import { PackageTable } from './package-table.tsx';
import { PriorityForm } from './priority-form.tsx';
import { PutForward } from './put-forward.tsx';
import { RestsOn } from './rests-on.tsx';
import { RuleForm } from './rule-form.tsx';
import { WantsList } from './wants-list.tsx';
import { Working } from './working.tsx';

const RULES = ['none', 'all', 'majority'] as const;

/** Which packages every party could live with, from what was said. */
export default function BargainView() {
  const { query, change } = useCasePlace();
  const parties = useKind('party').data;
  const issues = useKind('issue').data;
  const isReady = (parties?.length ?? 0) > 1 && settled(issues).length > 0;
  const priorities = useKind('priority').data ?? [];
  const hasNumbers = hasAllNumbers({
    partyIds: (parties ?? []).map(({ id }) => id),
    issues: settled(issues),
    priorities: priorities.map(({ body }) => body),
  });
  const asked = useBargain(query.ratify, isReady);
  const { error, isPlaceholderData } = asked;
  // What no longer fits together has no earlier answer.
  const view = error ? undefined : asked.data;
  const opened = view?.packages[Number(query.package) - 1];
  const [form, ...ids] = (query.open ?? '').split(':');
  const close = () => change({ open: undefined });
  return (
    <>
      <section
        className={isPlaceholderData ? 'view bargain dimmed' : 'view bargain'}
        aria-busy={isPlaceholderData || asked.fetchStatus === 'fetching'}
        aria-label={t('nav.bargain')}
      >
        {parties && issues && !isReady ? (
          <FirstSteps />
        ) : error instanceof ApiProblem ? (
          <Refused problem={error} />
        ) : view ? (
          <Answer view={view} rule={query.ratify ?? 'none'} onRule={(rule) => change({ ratify: rule === 'none' ? undefined : rule })} />
        ) : !parties || !issues ? (
          <p className="loading">{t('shell.loading')}</p>
        ) : (
          <Working name="bargain" query={asked} />
        )}
        {isReady && hasNumbers && <ExactSection />}
      </section>
      {form === 'priority' && ids[0] && <PriorityForm key={query.open} partyId={ids[0]} id={ids[1]} onClose={close} />}
      {form === 'rule' && <RuleForm key={query.open} id={ids[0]} onClose={close} />}
      {form === '' && view && opened && <PackagePanel key={query.package} view={view} place={Number(query.package)} opened={opened} />}
    </>
  );
}

interface AnswerProps {
  readonly view: View;
  readonly rule: string;
  readonly onRule: (rule: string) => void;
}

function Answer({ view, rule, onRule }: AnswerProps) {
  return (
    <>
      <header className="view-head">
        <div>
          <p role="status">
            <b>{t('bargain.count', { count: view.notBarred, feasible: view.feasible })}</b>
          </p>
          <p className="sub">{t('bargain.basis')}</p>
          <PutForward view={view} />
        </div>
        <SelectField
          label={t('bargain.ratify')}
          value={rule}
          onChange={onRule}
          options={RULES.map((value) => ({ value, label: t(`bargain.ratify.${value}`) }))}
        />
      </header>
      {view.packages.length > 0 && <PackageTable view={view} />}
      <WantsList />
      {view.winsets.length > 0 && <Factions view={view} />}
      <MediatorSection view={view} />
      <RestsOn view={view} />
    </>
  );
}

/** A case with nothing to bargain over says what to do first. */
function FirstSteps() {
  return (
    <div className="first-steps">
      <p>{t('bargain.empty')}</p>
      <ol>
        <li>{t('bargain.step.parties')}</li>
        <li>{t('bargain.step.positions')}</li>
        <li>{t('bargain.step.read')}</li>
      </ol>
    </div>
  );
}

/** Statements that contradict each other are shown, to be mended in the list below. */
function Refused({ problem }: { problem: ApiProblem }) {
  return (
    <>
      <p className="problem" role="alert">
        {problem.message}. {problem.cure}
      </p>
      <WantsList />
    </>
  );
}
