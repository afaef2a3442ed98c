import { memo, type SVGProps, useMemo } from 'react';
import { t } from '../../strings/strings.ts';
import type { Plane } from './plane.ts';
import { type PlanePath, projected } from './projected.ts';
import { ORNAMENTS, SYMBOLS, toneOf } from './tones.tsx';
import type { Shape } from './types.ts';
import { inWindow, type MapWindow, pathIn, type Stretch, stretchesIn } from './window.ts';

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
  const fill = useMemo(() => (shape.shape === 'zone' ? pathIn(window, paths) : ''), [shape, window, paths]);
  const border = useMemo(() => stretchesIn(window, borders), [window, borders]);
  const words = wordsOf(shape);
  const look = `map-shape ${shape.shape} tone-${tone}${contested ? ' contested-shape' : ''}${dashed ? ' dashed-shape' : ''}${isSelected ? ' selected' : ''}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button of HTML cannot be a shape of a drawing.
    <g className={look} data-shape={id} role="button" tabIndex={isReached ? 0 : -1} aria-label={words} aria-pressed={isSelected}>
      <title>{words}</title>
      <Stretches className="map-edge-halo" stretches={border} />
      {shape.shape === 'zone' && (
        <>
          <path className="map-zone-fill" d={fill} fill={`url(#${prefix}tone-${tone})`} fillRule="evenodd" />
          <Stretches className="map-zone" stretches={border} />
        </>
      )}
      {shape.shape === 'line' && <Line stretches={border} tone={tone} />}
      {placesOf(shape, paths, window).map(([x, y]) => (
        <path key={`${x} ${y}`} className="map-symbol" d={SYMBOLS[tone]} transform={`translate(${x} ${y})`} />
      ))}
    </g>
  );
});

function Line({ stretches, tone }: { stretches: readonly Stretch[]; tone: number }) {
  const ornament = ORNAMENTS[tone];
  return (
    <>
      <Stretches className="map-line-grip" stretches={stretches} />
      <Stretches className={tone === 3 ? 'map-line double' : 'map-line'} stretches={stretches} />
      {tone === 3 && <Stretches className="map-line-inner" stretches={stretches} />}
      {ornament !== undefined && ornament.width > 0 && (
        <Stretches
          className="map-line-ornament"
          stretches={stretches}
          strokeWidth={ornament.width}
          strokeDasharray={ornament.dashes}
          strokeLinecap={ornament.round ? 'round' : 'butt'}
        />
      )}
    </>
  );
}

function Stretches({ stretches, ...rest }: { stretches: readonly Stretch[] } & SVGProps<SVGPathElement>) {
  return stretches.map(({ d, startsAtPixels }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is nothing but a part of one line.
    <path key={at} {...rest} d={d} strokeDashoffset={startsAtPixels} />
  ));
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
