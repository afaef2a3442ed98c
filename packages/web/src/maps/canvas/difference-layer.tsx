import { memo, useId, useMemo } from 'react';
import { t } from '../../strings/strings.ts';
import type { Plane } from './plane.ts';
import { projected } from './projected.ts';
import { Patterns } from './tones.tsx';
import type { Difference } from './types.ts';
import { type MapWindow, pathIn } from './window.ts';

const PARTS = [
  ['onlyFirst', 'only-first'],
  ['both', 'both'],
  ['onlySecond', 'only-second'],
] as const;

interface DifferenceLayerProps {
  readonly difference: Difference;
  readonly plane: Plane;
  readonly window: MapWindow;
  readonly prefix: string;
}

/** What is only in one of two maps, and what is in both: three patterns. */
export const DifferenceLayer = memo(function DifferenceLayer({ difference, plane, window, prefix }: DifferenceLayerProps) {
  const drawn = useMemo(
    () =>
      PARTS.map(([part, name]) => {
        const { paths } = projected(plane, { shape: 'zone', coordinates: difference[part] });
        return { part, name, d: pathIn(window, paths) };
      }),
    [difference, plane, window],
  );
  return drawn.map(({ part, name, d }) => (
    <path key={part} className={`map-difference ${name}`} d={d} fill={`url(#${prefix}${name})`} fillRule="evenodd">
      <title>{partWords(difference, part)}</title>
    </path>
  ));
});

const SWATCH: MapWindow = { originX: 0, originY: 0, scale: 1, width: 30, height: 18 };

export function DifferenceLegend({ difference }: { difference: Difference }) {
  const prefix = `${useId()}legend-`;
  return (
    <ul className="map-legend plain">
      {PARTS.map(([part, name]) => (
        <li key={part}>
          <svg className="map-swatch" width={SWATCH.width} height={SWATCH.height} aria-hidden="true">
            <Patterns prefix={prefix} window={SWATCH} />
            <rect className={`map-difference ${name}`} x="1" y="1" width="28" height="16" fill={`url(#${prefix}${name})`} />
          </svg>
          <span>{partWords(difference, part)}</span>
        </li>
      ))}
    </ul>
  );
}

function partWords({ first, second }: Difference, part: 'onlyFirst' | 'both' | 'onlySecond'): string {
  if (part === 'both') return t('mapCanvas.inBoth');
  return t('mapCanvas.onlyIn', { map: part === 'onlyFirst' ? first : second });
}
