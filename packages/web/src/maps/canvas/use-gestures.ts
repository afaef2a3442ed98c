import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Plane, Point } from './plane.ts';
import type { ViewControl } from './use-view.ts';
import { panned, type Size, zoomed } from './view.ts';

/** A press that goes no further than this is a click. */
const CLICK_PIXELS = 4;
const STEP_PIXELS = 80;
const STEP_FACTOR = 1.5;

/** Moves the map by mouse, touch, wheel and keys. */
export function useGestures(root: RefObject<HTMLElement | null>, plane: Plane, control: ViewControl, size: Size) {
  const pointers = useRef(new Map<number, Point>());
  const press = useRef({ moved: false, x: 0, y: 0 });
  const { view, move, fit } = control;

  const pixel = (event: { clientX: number; clientY: number }): Point => {
    const box = root.current?.getBoundingClientRect();
    return [
      event.clientX - (box?.left ?? 0) - (root.current?.clientLeft ?? 0),
      event.clientY - (box?.top ?? 0) - (root.current?.clientTop ?? 0),
    ];
  };

  const zoom = (factor: number, at: Point = [size.width / 2, size.height / 2]) => move(zoomed(plane, view.current, factor, at, size));

  const wheel = useRef<(event: WheelEvent) => void>(null);
  useEffect(() => {
    wheel.current = (event) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
      // A pinch on a touchpad comes as a wheel with Ctrl, in small steps.
      zoom(2 ** (-event.deltaY * lines * (event.ctrlKey ? 0.012 : 0.0025)), pixel(event));
    };
  });
  useEffect(() => {
    const element = root.current;
    const listener = (event: WheelEvent) => wheel.current?.(event);
    // React listens for wheels without the right to keep the page from scrolling.
    element?.addEventListener('wheel', listener, { passive: false });
    return () => element?.removeEventListener('wheel', listener);
  }, [root]);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const at = pixel(event);
    if (pointers.current.size === 0) press.current = { moved: false, x: at[0], y: at[1] };
    pointers.current.set(event.pointerId, at);
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const before = pointers.current.get(event.pointerId);
    if (before === undefined) return;
    const at = pixel(event);
    const { x, y } = press.current;
    if (!press.current.moved && Math.hypot(at[0] - x, at[1] - y) < CLICK_PIXELS) return;
    if (!press.current.moved) {
      press.current.moved = true;
      // Not before: a click would then be of the map and not of what is on it.
      root.current?.setPointerCapture(event.pointerId);
    }
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, at);
    if (other === undefined) return move(panned(plane, view.current, at[0] - before[0], at[1] - before[1], size));
    const factor = apart(at, other) / Math.max(1, apart(before, other));
    const [middle, middleBefore] = [between(at, other), between(before, other)];
    const shifted = panned(plane, view.current, middle[0] - middleBefore[0], middle[1] - middleBefore[1], size);
    move(zoomed(plane, shifted, factor, middle, size));
  };

  const onPointerEnd = (event: PointerEvent<HTMLElement>) => {
    pointers.current.delete(event.pointerId);
  };

  const pan = (byX: number, byY: number) => move(panned(plane, view.current, byX, byY, size));

  /** Does what a key is for; false where it is for nothing here. */
  const onKey = ({
    key,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
  }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): boolean => {
    if (ctrlKey || metaKey || altKey) return false;
    const step = shiftKey ? 4 * STEP_PIXELS : STEP_PIXELS;
    switch (key) {
      case 'ArrowLeft':
        pan(step, 0);
        break;
      case 'ArrowRight':
        pan(-step, 0);
        break;
      case 'ArrowUp':
        pan(0, step);
        break;
      case 'ArrowDown':
        pan(0, -step);
        break;
      case '+':
      case '=':
        zoom(STEP_FACTOR);
        break;
      case '-':
      case '−':
        zoom(1 / STEP_FACTOR);
        break;
      case '0':
        fit();
        break;
      default:
        return false;
    }
    return true;
  };

  return {
    handlers: { onPointerDown, onPointerMove, onPointerUp: onPointerEnd, onPointerCancel: onPointerEnd },
    /** Whether the last press moved the map, so that the click after it is none. */
    hasMoved: () => press.current.moved,
    zoom,
    onKey,
    pixel,
  };
}

function apart([x, y]: Point, [toX, toY]: Point): number {
  return Math.hypot(toX - x, toY - y);
}

function between([x, y]: Point, [toX, toY]: Point): Point {
  return [(x + toX) / 2, (y + toY) / 2];
}
