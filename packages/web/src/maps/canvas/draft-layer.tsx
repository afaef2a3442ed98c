import { type PointerEvent, type RefObject, useMemo, useRef } from 'react';
import { changed, coordinatesOf, type Draft, type DraftAction } from './draft.ts';
import type { Plane, Point } from './plane.ts';
import type { Position } from './position.ts';
import { linePaths, projected } from './projected.ts';
import { pointAt, type Size, type View } from './view.ts';
import { inWindow, type MapWindow, pathIn } from './window.ts';

interface DraftLayerProps {
  readonly draft: Draft;
  readonly onDraft: ((draft: Draft) => void) | undefined;
  readonly plane: Plane;
  readonly view: RefObject<View>;
  readonly window: MapWindow;
  readonly size: Size;
  readonly pixel: (event: { clientX: number; clientY: number }) => Point;
}

/** So many vertices can be taken hold of at once; where there are more, one has to go nearer. */
const MOST_HANDLES = 400;

/** What is being drawn. Vertices are dragged; the small ones between them become vertices when dragged; Alt and a click takes one out. */
export function DraftLayer({ draft, onDraft, plane, view, window, size, pixel }: DraftLayerProps) {
  const dragged = useRef<{ path: number; vertex: number; going: boolean } | null>(null);
  const area = useMemo(() => (draft.shape === 'zone' ? pathOfZone(draft, plane, window) : ''), [draft, plane, window]);
  const outline = useMemo(() => pathOfOutline(draft, plane, window), [draft, plane, window]);
  const handles = useMemo(() => handlesOf(draft, plane, window), [draft, plane, window]);
  const act = (action: DraftAction) => onDraft?.(changed(draft, action));

  const press = (event: PointerEvent<SVGGElement>) => {
    const handle = (event.target as Element).closest<SVGElement>('[data-vertex]');
    if (handle === null || event.button !== 0 || onDraft === undefined) return;
    event.stopPropagation();
    const [path, vertex] = [Number(handle.dataset.path), Number(handle.dataset.vertex)];
    if (handle.dataset.middle !== undefined) {
      const at = handles.find((one) => one.isMiddle && one.path === path && one.vertex === vertex)?.at;
      if (at === undefined) return;
      dragged.current = { path, vertex, going: true };
      event.currentTarget.setPointerCapture(event.pointerId);
      return act({ act: 'insert', path, vertex, at });
    }
    if (event.altKey) return act({ act: 'delete', path, vertex });
    dragged.current = { path, vertex, going: false };
    event.currentTarget.setPointerCapture(event.pointerId);
    act({ act: 'choose', path, vertex });
  };

  const drag = (event: PointerEvent<SVGGElement>) => {
    const held = dragged.current;
    if (held === null) return;
    event.stopPropagation();
    const at = earthAt(plane, view.current, pixel(event), size);
    if (at === null) return;
    act({ act: 'move', path: held.path, vertex: held.vertex, at, going: held.going });
    held.going = true;
  };

  const letGo = (event: PointerEvent<SVGGElement>) => {
    if (dragged.current === null) return;
    event.stopPropagation();
    dragged.current = null;
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard vertices are moved in the list below the map.
    <g
      className="map-draft"
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onClick={(event) => event.stopPropagation()}
    >
      {area !== '' && <path className="map-draft-area" d={area} fillRule="evenodd" />}
      <path className="map-edge-halo" d={outline} />
      <path className="map-draft-line" d={outline} />
      {handles.map(({ path, vertex, x, y, isMiddle, isCurrent }) => (
        <g
          key={`${path} ${vertex} ${isMiddle}`}
          className={`map-vertex${isMiddle ? ' middle' : ''}${isCurrent ? ' current' : ''}`}
          data-path={path}
          data-vertex={vertex}
          data-middle={isMiddle ? '' : undefined}
          transform={`translate(${x} ${y})`}
        >
          <circle className="map-vertex-grip" r={isMiddle ? 8 : 12} />
          {isMiddle ? <path d="M-3 0H3M0 -3V3" /> : <circle r={isCurrent ? 6 : 4.5} />}
        </g>
      ))}
    </g>
  );
}

/** The place under a pixel, with as many decimals as the pixel is worth; null outside the picture of the earth. */
export function earthAt(plane: Plane, view: View, at: Point, size: Size): Position | null {
  const earth = plane.toEarth(pointAt(view, at, size));
  if (earth === null) return null;
  const tenthsOfPixel = Math.ceil(Math.log10(view.scale * 111_000)) + 1;
  const unit = 10 ** Math.min(9, Math.max(2, tenthsOfPixel));
  return [Math.round(earth[0] * unit) / unit, Math.round(earth[1] * unit) / unit];
}

function pathOfZone(draft: Draft, plane: Plane, window: MapWindow): string {
  return pathIn(window, projected(plane, { shape: 'zone', coordinates: coordinatesOf(draft) }).paths);
}

function pathOfOutline({ shape, paths }: Draft, plane: Plane, window: MapWindow): string {
  const lines = paths
    .filter(({ vertices }) => vertices.length > 1)
    .map(({ vertices }) => (shape === 'zone' && vertices.length > 2 ? [...vertices, vertices[0] as Position] : vertices));
  return pathIn(window, linePaths(plane, lines));
}

interface Handle {
  readonly path: number;
  /** Of one in the middle: the index that it would have as a vertex. */
  readonly vertex: number;
  readonly at: Position;
  readonly x: number;
  readonly y: number;
  readonly isMiddle: boolean;
  readonly isCurrent: boolean;
}

function handlesOf({ shape, paths, current }: Draft, plane: Plane, window: MapWindow): Handle[] {
  const handles: Handle[] = [];
  const add = (path: number, vertex: number, at: Position, isMiddle: boolean): void => {
    const point = plane.toPlane(at);
    if (point === null) return;
    const [x, y] = inWindow(window, point);
    if (x < 0 || y < 0 || x > window.width || y > window.height) return;
    const isCurrent = !isMiddle && current?.path === path && current.vertex === vertex;
    handles.push({ path, vertex, at, x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, isMiddle, isCurrent });
  };
  paths.forEach(({ vertices }, path) => {
    vertices.forEach((at, vertex) => {
      const isLast = vertex === vertices.length - 1;
      const next = vertices[isLast ? 0 : vertex + 1];
      if (next !== undefined && (!isLast || (shape === 'zone' && vertices.length > 2))) add(path, vertex + 1, middle(at, next), true);
      add(path, vertex, at, false);
    });
  });
  if (handles.length <= 2 * MOST_HANDLES) return handles;
  const vertices = handles.filter(({ isMiddle }) => !isMiddle);
  return vertices.length <= MOST_HANDLES ? vertices : vertices.filter(({ isCurrent }) => isCurrent);
}

/** Halfway along an edge, which is straight in longitude and latitude and takes the shorter way round. */
function middle([x, y]: Position, [toX, toY]: Position): Position {
  const across = toX - x > 180 ? toX - 360 : toX - x < -180 ? toX + 360 : toX;
  const longitude = (x + across) / 2;
  return [longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude, (y + toY) / 2];
}
