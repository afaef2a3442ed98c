import { Button } from '../controls/button.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { dateInWords } from '../text/dates.ts';
import type { Maps } from './use-maps.ts';

/** How many maps there are, whose count of people is used, and the ways to bring in more. */
export function MapsHead({ maps }: { maps: Maps }) {
  const { change, query, asOf } = useCasePlace();
  const open = (what: string) => change({ open: what });
  return (
    <header className="maps-head">
      <p className="view-caption" role="status">
        {maps.all.length > 0 && `${t('maps.count', { count: maps.all.length })} ${t('maps.aClaim')}`}
        {maps.later > 0 && asOf.heldOn && ` ${t('maps.laterLeftOut', { count: maps.later, day: dateInWords(asOf.heldOn) })}`}
        {maps.only && (
          <>
            {' '}
            <b>{t('maps.onlyLinked', { count: maps.only.size })}</b>{' '}
            <button type="button" className="word-link" onClick={() => change({ features: undefined })}>
              {t('maps.showAll')}
            </button>
          </>
        )}
      </p>
      <div className="actions">
        <Button look={maps.all.length < 2 ? 'main' : 'plain'} onPress={() => open('import')}>
          {t('maps.import')}
        </Button>
        <Button onPress={() => open('draw:zone')}>{t('maps.drawZone')}</Button>
        <Button onPress={() => open('draw:line')}>{t('maps.drawLine')}</Button>
        <Button onPress={() => open('draw:place')}>{t('maps.addPlace')}</Button>
        {maps.all.length > 1 && (
          <Button aria-expanded={query.open === 'between'} onPress={() => open('between')}>
            {t('maps.between')}
          </Button>
        )}
        <Button onPress={() => open('population')}>{t('maps.addPeople')}</Button>
        {maps.entries.length > 0 && <Button onPress={() => window.print()}>{t('maps.print')}</Button>}
      </div>
    </header>
  );
}
