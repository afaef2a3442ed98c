import { memo, useMemo } from 'react';
import { placed, placeInZone, placeOnLine, type Wanted } from './label-places.ts';
import type { Plane } from './plane.ts';
import { type PlanePath, projected } from './projected.ts';
import { wordsOf } from './shape-layer.tsx';
import type { Shape } from './types.ts';
import { inWindow, type MapWindow } from './window.ts';

interface LabelLayerProps {
  readonly shapes: readonly Shape[];
  readonly plane: Plane;
  readonly window: MapWindow;
  readonly selectedId: string | null;
}

const HEIGHT = 18;
/** A longer name is cut: it would lie across the whole map. */
const MOST_LETTERS = 48;
/** A zone that has less room than this, in square pixels, goes without a label, unless it is selected. */
const LEAST_ROOM = 150;

/** The names of shapes, as far as they do not cover each other. Names are in whatever script: each keeps its own direction. */
export const LabelLayer = memo(function LabelLayer({ shapes, plane, window, selectedId }: LabelLayerProps) {
  const labels = useMemo(() => {
    const byId = new Map(shapes.map((shape) => [shape.id, shape]));
    const wanted = shapes.flatMap((shape) => wantedOf(shape, plane, window, shape.id === selectedId));
    return placed(wanted).map((place) => ({ ...place, shape: byId.get(place.id) as Shape }));
  }, [shapes, plane, window, selectedId]);
  return labels.map(({ id, x, y, shape }) => (
    <text key={id} className={`map-label${id === selectedId ? ' selected' : ''}`} x={Math.round(x)} y={Math.round(y)} data-shape={id}>
      <title>{wordsOf(shape)}</title>
      {`\u2068${shortened(shape.label)}\u2069`}
    </text>
  ));
});

function wantedOf(shape: Shape, plane: Plane, window: MapWindow, isSelected: boolean): Wanted[] {
  if (shape.label === '') return [];
  const { paths } = projected(plane, shape);
  const spot = spotOf(shape, paths, window);
  if (spot === null || (shape.shape === 'zone' && spot.size < LEAST_ROOM && !isSelected)) return [];
  const below = shape.shape === 'zone' ? 0 : HEIGHT - 3;
  return [
    {
      id: shape.id,
      x: spot.x,
      y: spot.y + below,
      width: widthOf(shortened(shape.label)),
      height: HEIGHT,
      weight: isSelected ? Infinity : spot.size,
    },
  ];
}

function spotOf(shape: Shape, paths: readonly PlanePath[], window: MapWindow): { x: number; y: number; size: number } | null {
  if (shape.shape === 'zone') return placeInZone(window, paths);
  if (shape.shape === 'line') return placeOnLine(window, paths);
  const first = paths[0];
  if (first === undefined) return null;
  const [x, y] = inWindow(window, [first.points[0] as number, first.points[1] as number]);
  const isSeen = x > 0 && y > 0 && x < window.width && y < window.height;
  // Places are many and small: a larger thing's name goes first.
  return isSeen ? { x, y, size: 1 } : null;
}

/** A name as it stands on the map; the whole of it is in its title, in the list and beside the map. */
function shortened(label: string): string {
  if (label.length <= MOST_LETTERS) return label;
  const letters = [...new Intl.Segmenter().segment(label)];
  return letters.length > MOST_LETTERS ? `${label.slice(0, letters[MOST_LETTERS - 1]?.index).trimEnd()}…` : label;
}

let pen: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** How wide a label is, in pixels. */
function widthOf(label: string): number {
  let width = widths.get(label);
  if (width === undefined) {
    if (pen === undefined) {
      pen = document.createElement('canvas').getContext('2d');
      if (pen !== null) pen.font = `600 13px ${getComputedStyle(document.body).fontFamily}`;
    }
    width = (pen?.measureText(label).width ?? label.length * 7) + 10;
    widths.set(label, width);
  }
  return width;
}
