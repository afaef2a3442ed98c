import { ApiProblem } from '../api/problem.ts';
import { useBargain } from '../api/queries.ts';
import type { BargainView as View } from '../api/types.ts';
import { SelectField } from '../controls/field.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { Factions } from './factions.tsx';
import { MediatorSection } from './mediator-section.tsx';
import { PackagePanel } from './package-panel.tsx';
import { PackageTable } from './package-table.tsx';
import { RestsOn } from './rests-on.tsx';

const RULES = ['none', 'all', 'majority'] as const;

/** Which packages every party could live with, from what was said. */
export default function BargainView() {
  const { query, change } = useCasePlace();
  const { data: view, error, isPlaceholderData } = useBargain(query.ratify);
  const opened = view?.packages[Number(query.package) - 1];
  return (
    <>
      <section
        className={isPlaceholderData ? 'view bargain dimmed' : 'view bargain'}
        aria-busy={isPlaceholderData || !view}
        aria-label={t('nav.bargain')}
      >
        {error instanceof ApiProblem && !view ? (
          <FirstSteps problem={error} />
        ) : view ? (
          <>
            <Head view={view} onRule={(rule) => change({ ratify: rule === 'none' ? undefined : rule })} rule={query.ratify ?? 'none'} />
            {view.packages.length > 0 && <PackageTable view={view} />}
            {view.winsets.length > 0 && <Factions view={view} />}
            <MediatorSection view={view} />
            <RestsOn view={view} />
          </>
        ) : (
          <p className="loading">{t('shell.loading')}</p>
        )}
      </section>
      {view && opened && <PackagePanel key={query.package} view={view} place={Number(query.package)} opened={opened} />}
    </>
  );
}

function Head({ view, rule, onRule }: { view: View; rule: string; onRule: (rule: string) => void }) {
  return (
    <header className="view-head">
      <div>
        <p role="status">
          <b>{t('bargain.count', { count: view.notBarred, feasible: view.feasible })}</b>
        </p>
        <p className="sub">{t('bargain.basis')}</p>
      </div>
      <SelectField
        label={t('bargain.ratify')}
        value={rule}
        onChange={onRule}
        options={RULES.map((value) => ({ value, label: t(`bargain.ratify.${value}`) }))}
      />
    </header>
  );
}

/** A case without parties, options or positions says what to do first; any other problem is told. */
function FirstSteps({ problem }: { problem: ApiProblem }) {
  return (
    <div className="first-steps">
      <p>{t('bargain.empty')}</p>
      <p className="nothing">
        {problem.message}. {problem.cure}
      </p>
      <ol>
        <li>{t('bargain.step.parties')}</li>
        <li>{t('bargain.step.positions')}</li>
        <li>{t('bargain.step.read')}</li>
      </ol>
    </div>
  );
}
