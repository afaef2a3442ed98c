import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { I18nProvider } from 'react-aria-components';
import { queryClient } from './api/queries.ts';
import { usePlace } from './router/location.ts';
import type { Route } from './router/place.ts';
import { CaseIdProvider } from './router/use-case-place.ts';
import { CaseShell } from './shell/case-shell.tsx';
import { StartPage } from './start/start-page.tsx';
import { direction, t } from './strings/strings.ts';
import { TableView } from './table/table-view.tsx';

const RecordView = lazy(() => import('./record/record-view.tsx'));
const FiguresView = lazy(() => import('./figures/figures-view.tsx'));
const BargainView = lazy(() => import('./bargain/bargain-view.tsx'));
const StabilityView = lazy(() => import('./stability/stability-view.tsx'));
const ExchangeView = lazy(() => import('./exchange/exchange-view.tsx'));
const MapsView = lazy(() => import('./maps/maps-view.tsx'));
const SetupView = lazy(() => import('./setup/setup-view.tsx'));

export function App() {
  const { route } = usePlace();
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={direction === 'rtl' ? 'ar' : 'en-GB'}>
        {'caseId' in route ? (
          <CaseIdProvider value={route.caseId}>
            <CaseShell key={route.caseId}>
              <Suspense fallback={<p className="loading">{t('shell.loading')}</p>}>
                <CaseView route={route} />
              </Suspense>
            </CaseShell>
          </CaseIdProvider>
        ) : (
          <StartPage unknownPath={route.view === 'unknown' ? route.path : null} />
        )}
      </I18nProvider>
    </QueryClientProvider>
  );
}

function CaseView({ route }: { route: Extract<Route, { caseId: string }> }) {
  switch (route.view) {
    case 'table':
      return <TableView />;
    case 'record':
      return <RecordView />;
    case 'figures':
      return <FiguresView />;
    case 'bargain':
      return <BargainView />;
    case 'stability':
      return <StabilityView />;
    case 'exchange':
      return <ExchangeView />;
    case 'maps':
      return <MapsView />;
    case 'setup':
      return <SetupView />;
  }
}
