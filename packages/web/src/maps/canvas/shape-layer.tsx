import { memo, useMemo } from 'react';
import { t } from '../../strings/strings.ts';
import type { Plane } from './plane.ts';
import { type PlanePath, projected } from './projected.ts';
import { ORNAMENTS, SYMBOLS, toneOf } from './tones.tsx';
import type { Shape } from './types.ts';
import { inWindow, type MapWindow, pathIn } from './window.ts';

interface ShapeLayerProps {
  readonly shapes: readonly Shape[];
  readonly plane: Plane;
  readonly window: MapWindow;
  readonly prefix: string;
  readonly selectedId: string | null;
  /** The one shape that Tab comes to. */
  readonly reachedId: string | null;
}

/** The shapes of one side; each can be pointed at, and has the focus by keyboard. */
export const ShapeLayer = memo(function ShapeLayer({ shapes, selectedId, reachedId, ...rest }: ShapeLayerProps) {
  return shapes.map((shape) => (
    <ShapeMark key={shape.id} shape={shape} isSelected={shape.id === selectedId} isReached={shape.id === reachedId} {...rest} />
  ));
});

/** In words: what it is called, whose it is, that it is contested, who calls it so. */
export function wordsOf({ label, description, contested, labelSource }: Shape): string {
  return [
    label || t('mapCanvas.noName'),
    description,
    contested ? t('mapCanvas.contested') : undefined,
    labelSource ? t('mapCanvas.calledSo', { who: labelSource }) : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
}

interface ShapeMarkProps extends Pick<ShapeLayerProps, 'plane' | 'window' | 'prefix'> {
  readonly shape: Shape;
  readonly isSelected: boolean;
  readonly isReached: boolean;
}

const ShapeMark = memo(function ShapeMark({ shape, plane, window, prefix, isSelected, isReached }: ShapeMarkProps) {
  const { id, contested, dashed } = shape;
  const tone = toneOf(shape.tone);
  const { paths, borders } = projected(plane, shape);
  const d = useMemo(() => (shape.shape === 'place' ? '' : pathIn(window, paths)), [shape, window, paths]);
  const border = useMemo(() => (borders === paths ? d : pathIn(window, borders)), [d, window, paths, borders]);
  const words = wordsOf(shape);
  const look = `map-shape ${shape.shape} tone-${tone}${contested ? ' contested-shape' : ''}${dashed ? ' dashed-shape' : ''}${isSelected ? ' selected' : ''}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot be a shape of a drawing.
    <g className={look} data-shape={id} role="button" tabIndex={isReached ? 0 : -1} aria-label={words} aria-pressed={isSelected}>
      <title>{words}</title>
      {shape.shape === 'zone' && <Zone d={d} border={border} fill={`url(#${prefix}tone-${tone})`} />}
      {shape.shape === 'line' && <Line d={d} tone={tone} />}
      {placesOf(shape, paths, window).map(([x, y]) => (
        <path key={`${x} ${y}`} className="map-symbol" d={SYMBOLS[tone]} transform={`translate(${x} ${y})`} />
      ))}
    </g>
  );
});

function Zone({ d, border, fill }: { d: string; border: string; fill: string }) {
  return (
    <>
      <path className="map-edge-halo" d={border} />
      <path className="map-zone-fill" d={d} fill={fill} fillRule="evenodd" />
      <path className="map-zone" d={border} />
    </>
  );
}

function Line({ d, tone }: { d: string; tone: number }) {
  const ornament = ORNAMENTS[tone];
  return (
    <>
      <path className="map-line-grip" d={d} />
      <path className="map-edge-halo" d={d} />
      <path className={tone === 3 ? 'map-line double' : 'map-line'} d={d} />
      {tone === 3 && <path className="map-line-inner" d={d} />}
      {ornament !== undefined && ornament.width > 0 && (
        <path
          className="map-line-ornament"
          d={d}
          strokeWidth={ornament.width}
          strokeDasharray={ornament.dashes}
          strokeLinecap={ornament.round ? 'round' : 'butt'}
        />
      )}
    </>
  );
}

/** Below this a zone or line would not be seen: a symbol stands for it. */
const LEAST_PIXELS = 5;

/** Where symbols stand, in the drawing: the places, and whatever is too small to be seen. */
function placesOf(shape: Shape, paths: readonly PlanePath[], window: MapWindow): (readonly [number, number])[] {
  const isTiny = shape.shape !== 'place' && extentPixels(paths, window) < LEAST_PIXELS;
  if (shape.shape !== 'place' && !isTiny) return [];
  return (isTiny ? paths.slice(0, 1) : paths)
    .map(({ points }) => inWindow(window, [points[0] as number, points[1] as number]))
    .filter(([x, y]) => x > -20 && y > -20 && x < window.width + 20 && y < window.height + 20)
    .map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
}

function extentPixels(paths: readonly PlanePath[], { scale }: MapWindow): number {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { bounds } of paths) {
    minX = Math.min(minX, bounds.minX);
    minY = Math.min(minY, bounds.minY);
    maxX = Math.max(maxX, bounds.maxX);
    maxY = Math.max(maxY, bounds.maxY);
  }
  return Math.max(maxX - minX, maxY - minY) * scale;
}
