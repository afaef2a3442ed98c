import { distanceMeters } from '@parley/terrain';
import { direction, t } from '../../strings/strings.ts';
import type { Plane } from './plane.ts';
import { scaleBarLength } from './scale-bar-length.ts';
import { pointAt, type Size, type View } from './view.ts';

const MOST_PIXELS = 140;
const MARGIN = 14;

interface ScaleBarProps {
  readonly plane: Plane;
  readonly view: View;
  readonly size: Size;
}

/** A bar of a round length; measured along the geodesic between its ends, where it stands. */
export function ScaleBar({ plane, view, size }: ScaleBarProps) {
  const most = Math.min(MOST_PIXELS, size.width / 3);
  const y = size.height - MARGIN;
  const start = direction === 'rtl' ? size.width - MARGIN - most : MARGIN;
  // A corner may be beyond the picture of the earth; then what holds in the middle is told.
  const bar = barFrom(start, y) ?? barFrom((size.width - most) / 2, size.height / 2);
  if (bar === null) return null;
  return (
    <div className="map-scale">
      <span>{lengthWords(bar.meters)}</span>
      <span className="map-scale-bar" style={{ width: bar.pixels }} />
    </div>
  );

  function barFrom(x: number, atY: number) {
    const from = plane.toEarth(pointAt(view, [x, atY], size));
    if (from === null) return null;
    return scaleBarLength((pixels) => {
      const to = plane.toEarth(pointAt(view, [x + pixels, atY], size));
      return to === null ? null : distanceMeters(from, to);
    }, most);
  }
}

function lengthWords(meters: number): string {
  if (meters >= 1000) return t('mapCanvas.km', { length: meters / 1000 });
  return meters >= 1 ? t('mapCanvas.meters', { length: meters }) : t('mapCanvas.centimeters', { length: Math.round(meters * 1000) / 10 });
}
