import type { MapComparison } from '../api/types.ts';
import { t } from '../strings/strings.ts';
import { bandText, metersText, placeText } from './amounts.ts';

type Shift = NonNullable<NonNullable<MapComparison['maps'][number]['towardsReference']>['lineShift']>;

/** How far one border, or line, is from another, and where it is furthest. A line has no inside: what is beyond it is to its right or left. */
export function ShiftText({ shift: { drawn, meanMeters, greatestMeters }, ofLines = false }: { shift: Shift; ofLines?: boolean }) {
  const [positive, negative] = ofLines
    ? (['maps.shiftRight', 'maps.shiftLeft'] as const)
    : (['maps.shiftOutwards', 'maps.shiftInwards'] as const);
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
      <small>{t(drawn.signedMeanMeters >= 0 ? positive : negative, { distance: metersText(drawn.signedMeanMeters) })}</small>
    </>
  );
}
