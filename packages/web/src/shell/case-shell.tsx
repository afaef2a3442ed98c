import { type ReactNode, useEffect } from 'react';
import { useLiveUpdates } from '../api/live.ts';
import { ApiProblem } from '../api/problem.ts';
import { useSummary } from '../api/queries.ts';
import { Button } from '../controls/button.tsx';
import { Name, nameText } from '../controls/words.tsx';
import { KEYS } from '../keys/key-list.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Link } from '../router/link.tsx';
import { navigate } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { undoLatest } from '../state/changes.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/strings.ts';
import { CASE_VIEWS } from './case-views.ts';
import { KeysPanel, keysShown } from './keys-panel.tsx';
import { NoAnswer } from './no-answer.tsx';
import { ProblemBar } from './problem-bar.tsx';
import { SearchBox } from './search-box.tsx';
import { StatusLine } from './status-line.tsx';
import { ThemeButton } from './theme-button.tsx';
import { TimeControls } from './time-controls.tsx';

/** What stands around every view of a case: its title, the ways to the other views, the two times, what was last done. */
export function CaseShell({ children }: { children: ReactNode }) {
  const { caseId, route, hrefTo } = useCasePlace();
  const { data: summary, error } = useSummary();
  const helpShown = useStore(keysShown);
  useLiveUpdates(caseId);
  const go = Object.fromEntries(CASE_VIEWS.map(({ view, key }) => [key, () => navigate(hrefTo(view))]));
  useKeys({ ...go, undo: () => void undoLatest(caseId), help: () => keysShown.set(!keysShown.get()) });
  const title = nameText(summary?.details.title);
  useEffect(() => {
    document.title = title ? `${title} · Parley` : 'Parley';
  }, [title]);

  if (error instanceof ApiProblem && !summary) return <NoAnswer problem={error} />;
  return (
    <div className="shell">
      <a className="skip" href="#view">
        {t('shell.skip')}
      </a>
      <header className="shell-head">
        <h1 dir="auto">{summary ? <Name label={summary.details.title} /> : '…'}</h1>
        <nav aria-label={t('nav.views')}>
          {CASE_VIEWS.map(({ view, label, key }) => (
            <Link
              key={view}
              to={hrefTo(view)}
              aria-current={'caseId' in route && route.view === view ? 'page' : undefined}
              aria-keyshortcuts={`Shift+${KEYS[key].keys[0]}`}
            >
              {t(label)}
              {view === 'record' && summary !== undefined && summary.counts.suggested > 0 && (
                <span className="count" title={t('nav.toReview', { count: summary.counts.suggested })}>
                  {summary.counts.suggested.toLocaleString('en')}
                </span>
              )}
            </Link>
          ))}
        </nav>
        <SearchBox />
        <div className="shell-tools">
          <Link to="/">{t('nav.cases')}</Link>
          <ThemeButton />
          <Button look="quiet" keyHint="?" aria-expanded={helpShown} onPress={() => keysShown.set(!helpShown)}>
            <span className="visually-hidden">{t('keys.title')}</span>
          </Button>
        </div>
      </header>
      <TimeControls />
      <ProblemBar />
      <main id="view" className={helpShown ? 'with-panel' : undefined} tabIndex={-1}>
        {children}
        {helpShown && <KeysPanel />}
      </main>
      <StatusLine caseId={caseId} />
    </div>
  );
}
