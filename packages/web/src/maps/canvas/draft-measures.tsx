import { areaKm2, lineLengthKm } from '@parley/terrain';
import { useDeferredValue, useMemo } from 'react';
import { t } from '../../strings/strings.ts';
import { coordinatesOf, type Draft } from './draft.ts';
import type { Position } from './position.ts';
import type { ZoneCoordinates } from './types.ts';
import { unwrapped } from './unwrapped.ts';

/** What is drawn, measured on the ellipsoid: the area and border of a zone, the length of a line. */
export function DraftMeasures({ draft }: { draft: Draft }) {
  const shown = useDeferredValue(draft);
  const words = useMemo(() => measureWords(shown), [shown]);
  return (
    <p className={shown === draft ? 'map-measures' : 'map-measures dimmed'} aria-live="polite">
      {words}
    </p>
  );
}

function measureWords(draft: Draft): string {
  const coordinates = coordinatesOf(draft);
  if (coordinates.length === 0) return t(draft.shape === 'zone' ? 'mapCanvas.zoneBegins' : 'mapCanvas.lineBegins');
  const count = draft.paths.reduce((sum, { vertices }) => sum + vertices.length, 0);
  if (draft.shape === 'line') {
    const lines = coordinates as Position[][];
    const km = lines.reduce((sum, line) => sum + lineLengthKm([unwrapped(line)]), 0);
    return t('mapCanvas.lineMeasures', { length: rounded(km), count });
  }
  const zone = (coordinates as ZoneCoordinates).map((polygon) => polygon.map(unwrapped));
  const border = zone.flat();
  return t('mapCanvas.zoneMeasures', { area: rounded(areaKm2(zone)), length: rounded(lineLengthKm(border)), count });
}

/** To five significant digits, and not finer than a square metre or a metre asks for. */
function rounded(value: number): string {
  if (value >= 1000) return value.toLocaleString('en', { maximumFractionDigits: 1 });
  return value.toLocaleString('en', { maximumSignificantDigits: 5, maximumFractionDigits: 6 });
}
