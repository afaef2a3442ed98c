import { useMapShift } from '../api/map-queries.ts';
import { SelectField } from '../controls/field.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import type { MapLayer } from './map-layers.ts';
import { useMapNames } from './map-words.ts';
import { Reckoned } from './reckoned.tsx';
import { ShiftText } from './shift-text.tsx';
import type { Maps } from './use-maps.ts';
import { lineIds } from './zones-of.ts';

/** How far the lines of two maps are from each other; only where two maps shown have lines. */
export function ShiftTable({ maps }: { maps: Maps }) {
  const { query, change } = useCasePlace();
  const { layerName } = useMapNames();
  const lined = maps.shown.filter((layer) => lineIds(layer).length > 0);
  const first = lined.find(({ key }) => key === query.first) ?? lined.find(({ key }) => key !== query.second);
  const second = lined.find(({ key }) => key === query.second && key !== first?.key) ?? lined.find(({ key }) => key !== first?.key);
  const asked = useMapShift(first && second ? { first: { featureIds: lineIds(first) }, second: { featureIds: lineIds(second) } } : null);
  if (!first || !second) return null;
  const choice = (label: string, layer: MapLayer, name: 'first' | 'second') => (
    <SelectField
      label={label}
      value={layer.key}
      onChange={(key) => change({ [name]: key }, { replace: true })}
      options={lined.map((one) => ({ value: one.key, label: layerName(one) }))}
    />
  );
  return (
    <section className="shift" aria-label={t('maps.shift')}>
      <h2>{t('maps.shift')}</h2>
      <div className="reckoning-choice">
        {choice(t('maps.firstLine'), first, 'first')}
        {choice(t('maps.secondLine'), second, 'second')}
      </div>
      {/* On paper the choice is not there. */}
      <p className="print-only">{t('maps.fromLineToLine', { first: layerName(first), second: layerName(second) })}</p>
      <Reckoned query={asked}>
        {({ result: { lineShift } }) => (
          <p className="line-shift">{lineShift ? <ShiftText shift={lineShift} ofLines /> : t('maps.sameLine')}</p>
        )}
      </Reckoned>
    </section>
  );
}
