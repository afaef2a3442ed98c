import type { MapComparison } from '../api/types.ts';
import { t } from '../strings/strings.ts';
import { bandText, metersText, placeText } from './amounts.ts';

type Shift = NonNullable<NonNullable<MapComparison['maps'][number]['towardsReference']>['lineShift']>;

/** How far one border is from another, and where it is furthest. */
export function ShiftText({ shift: { drawn, meanMeters, greatestMeters } }: { shift: Shift }) {
  return (
    <>
      {t('maps.shiftMean', { distance: metersText(meanMeters.value) })}{' '}
      <small className="band">{t('maps.range', { low: metersText(meanMeters.low), high: metersText(meanMeters.high) })}</small>{' '}
      <small>
        {t('maps.shiftGreatest', {
          distance: bandText(greatestMeters, metersText),
          place: placeText(drawn.greatestAt),
        })}
      </small>{' '}
      <small>
        {t(drawn.signedMeanMeters >= 0 ? 'maps.shiftOutwards' : 'maps.shiftInwards', { distance: metersText(drawn.signedMeanMeters) })}
      </small>
    </>
  );
}
