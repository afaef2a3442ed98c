import { type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { direction, t } from '../../strings/strings.ts';
import { BaseLayer } from './base-layer.tsx';
import { baseDetail } from './base-plan.ts';
import { DifferenceLayer } from './difference-layer.tsx';
import { changed, type DraftAction } from './draft.ts';
import { DraftLayer, earthAt } from './draft-layer.tsx';
import { LabelLayer } from './label-layer.tsx';
import { MapButtons } from './map-buttons.tsx';
import { onMapKey } from './on-map-key.ts';
import type { Plane } from './plane.ts';
import { projected } from './projected.ts';
import { ScaleBar } from './scale-bar.tsx';
import { ShapeLayer } from './shape-layer.tsx';
import { SwipeHandle } from './swipe-handle.tsx';
import { Patterns } from './tones.tsx';
import type { Extent, MapCanvasProps, Shape } from './types.ts';
import { useBaseMap } from './use-base-map.ts';
import { useGestures } from './use-gestures.ts';
import { useView } from './use-view.ts';
import { pixelOf, type Size } from './view.ts';

interface PictureProps extends Omit<MapCanvasProps, 'extent'> {
  readonly size: Size;
  readonly plane: Plane;
  readonly extent: Extent;
}

const NOTHING: readonly Shape[] = [];

/** The map itself, of a known size: its layers, and what moves and chooses. */
export function Picture({
  left,
  right,
  leftName,
  rightName,
  difference,
  selectedId = null,
  draft,
  name,
  size,
  plane,
  extent,
  ...told
}: PictureProps) {
  const root = useRef<HTMLDivElement>(null);
  const prefix = `${useId()}map-`;
  const control = useView(root, plane, extent, size);
  const gestures = useGestures(root, plane, control, size);
  const { window, settled, view, move } = control;
  const { base, fault } = useBaseMap(plane, baseDetail(settled.scale));
  const [share, setShare] = useState(0.5);
  const [reached, setReached] = useState<string | null>(null);

  const all = useMemo(() => [...new Map([...left, ...(right ?? NOTHING)].map((shape) => [shape.id, shape])).values()], [left, right]);
  const reachedId = all.find(({ id }) => id === reached)?.id ?? all[0]?.id ?? null;
  const isLeft = left.some(({ id }) => id === reachedId);

  const act = (action: DraftAction) => draft !== undefined && told.onDraft?.(changed(draft, action));
  const isDrawing = draft !== undefined && told.onDraft !== undefined;

  /** To the next or the one before, which is brought into the picture. */
  const reach = (by: 1 | -1): boolean => {
    const at = all.findIndex(({ id }) => id === reachedId);
    const isOnShape = document.activeElement !== null && shapeAt(document.activeElement) !== null;
    const next = isOnShape ? all[(at + by + all.length) % all.length] : all[at];
    if (next === undefined) return false;
    setReached(next.id);
    const bounds = projected(plane, next).paths[0]?.bounds;
    if (bounds !== undefined) {
      const middle = [(bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2] as const;
      const [x, y] = pixelOf(view.current, middle, size);
      if (x < 0 || y < 0 || x > size.width || y > size.height) move({ ...view.current, x: middle[0], y: middle[1] });
    }
    root.current?.querySelector<SVGElement>(`[data-shape="${CSS.escape(next.id)}"][role]`)?.focus();
    return true;
  };

  const addAt = (pixel: readonly [number, number]) => {
    const at = earthAt(plane, view.current, pixel, size);
    if (at !== null) act({ act: 'add', at });
  };

  const onKeyDown = (event: KeyboardEvent) =>
    onMapKey(event, shapeAt(event.target), {
      draft: isDrawing ? draft : null,
      act,
      addInMiddle: () => addAt([size.width / 2, size.height / 2]),
      select: (id) => told.onSelect?.(id),
      reach,
      move: gestures.onKey,
    });

  const onClick = (event: MouseEvent) => {
    if (gestures.hasMoved()) return;
    if (isDrawing) return addAt(gestures.pixel(event));
    const id = shapeAt(event.target);
    if (id !== null) setReached(id);
    told.onSelect?.(id);
  };

  const onHover = (event: PointerEvent | FocusEvent) => told.onHover?.(shapeAt(event.target));
  const layer = { plane, window, prefix };
  const drawing = { className: 'map-drawing', width: window.width, height: window.height, direction: 'ltr' } as const;

  return (
    <>
      <div
        ref={root}
        className={isDrawing ? 'map-picture drawing' : 'map-picture'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys, as the application that its role says it is.
        tabIndex={0}
        role="application"
        aria-roledescription={t('mapCanvas.map')}
        aria-label={name ?? t('mapCanvas.name')}
        aria-describedby={`${prefix}keys`}
        {...gestures.handlers}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPointerOver={onHover}
        onPointerLeave={() => told.onHover?.(null)}
        onFocus={onHover}
        onBlur={() => told.onHover?.(null)}
      >
        <div className="map-side">
          <div className="map-moved">
            <svg {...drawing} aria-hidden="true">
              <Patterns prefix={prefix} window={window} />
              <BaseLayer base={base} plane={plane} window={window} />
            </svg>
          </div>
        </div>
        <div className="map-side" style={right && { clipPath: sideClip('first', share) }}>
          <div className="map-moved">
            <svg {...drawing} role="presentation">
              <ShapeLayer {...layer} shapes={left} selectedId={selectedId} reachedId={isLeft ? reachedId : null} />
              {difference !== undefined && <DifferenceLayer {...layer} difference={difference} />}
              <LabelLayer {...layer} shapes={left} selectedId={selectedId} />
            </svg>
          </div>
        </div>
        {right !== undefined && (
          <div className="map-side" style={{ clipPath: sideClip('second', share) }}>
            <div className="map-moved">
              <svg {...drawing} role="presentation">
                <ShapeLayer {...layer} shapes={right} selectedId={selectedId} reachedId={isLeft ? null : reachedId} />
                <LabelLayer {...layer} shapes={right} selectedId={selectedId} />
              </svg>
            </div>
          </div>
        )}
        {draft !== undefined && (
          <div className="map-side">
            <div className="map-moved">
              <svg {...drawing} aria-hidden="true">
                <DraftLayer {...{ draft, plane, view, window, size }} onDraft={told.onDraft} pixel={gestures.pixel} />
              </svg>
            </div>
          </div>
        )}
        {isDrawing && <span className="map-cross" aria-hidden="true" />}
        {right !== undefined && (
          <SwipeHandle
            {...{ root, share }}
            onShare={setShare}
            firstName={leftName ?? t('mapCanvas.first')}
            secondName={rightName ?? t('mapCanvas.second')}
          />
        )}
      </div>
      <ScaleBar plane={plane} view={settled} size={size} />
      <MapButtons root={root} zoom={gestures.zoom} fit={control.fit} />
      <p className={fault === null ? 'map-credit' : 'map-credit problem'}>
        {fault !== null ? t('mapCanvas.noBase', { fault }) : base !== null && t(`mapCanvas.credit.${base.detail}`)}
      </p>
      <p id={`${prefix}keys`} className="visually-hidden">
        {t('mapCanvas.keys')} {isDrawing && t('mapCanvas.drawKeys')}
      </p>
    </>
  );
}

/** The shape that an element is of, if it is of one. */
function shapeAt(target: EventTarget): string | null {
  return target instanceof Element ? (target.closest<SVGElement>('[data-shape]')?.dataset.shape ?? null) : null;
}

/** What is cut off from one side of the swipe. */
function sideClip(side: 'first' | 'second', share: number): string {
  const percent = `${(side === 'first' ? 1 - share : share) * 100}%`;
  const isCutRight = (side === 'first') === (direction === 'ltr');
  return isCutRight ? `inset(0 ${percent} 0 0)` : `inset(0 0 0 ${percent})`;
}
