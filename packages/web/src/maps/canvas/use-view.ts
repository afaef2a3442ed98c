import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Plane } from './plane.ts';
import type { Extent } from './types.ts';
import { type Size, type View, viewOf } from './view.ts';
import { covers, type MapWindow, placeOf, windowOf } from './window.ts';

const SETTLED_MS = 140;

export interface ViewControl {
  /** What is seen now; changes without anything being rendered. */
  readonly view: RefObject<View>;
  /** What is drawn, and where from: rendered anew when a movement ends or leaves it. */
  readonly window: MapWindow;
  /** What was seen when the window was made. */
  readonly settled: View;
  move(view: View): void;
  fit(): void;
}

/**
 * Moves the picture. While it moves, what is drawn is only shifted and stretched, which a browser does without drawing
 * a vertex; it is drawn anew when the movement ends, or leaves what was drawn.
 */
export function useView(root: RefObject<HTMLElement | null>, plane: Plane, extent: Extent, size: Size): ViewControl {
  const view = useRef<View>({ x: 0, y: 0, scale: 1 });
  const [drawn, setDrawn] = useState(() => {
    view.current = viewOf(plane, extent, size);
    return drawnFor(view.current, size);
  });
  const latest = useRef({ drawn, plane, extent, size });
  const waiting = useRef({ timer: 0, frame: 0 });
  // Until somebody moves it, the picture stays fitted however large it becomes.
  const isFitted = useRef(true);

  const place = useCallback(() => {
    const { window } = latest.current.drawn;
    const { x, y, stretch } = placeOf(window, view.current, latest.current.size);
    for (const layer of root.current?.querySelectorAll<HTMLElement>('.map-moved') ?? [])
      layer.style.transform = `translate(${x}px, ${y}px) scale(${stretch})`;
  }, [root]);

  const settle = useCallback(() => setDrawn(drawnFor(view.current, latest.current.size)), []);

  const move = useCallback(
    (next: View) => {
      isFitted.current = false;
      view.current = next;
      const wait = waiting.current;
      window.clearTimeout(wait.timer);
      wait.timer = window.setTimeout(settle, SETTLED_MS);
      if (wait.frame !== 0) return;
      wait.frame = requestAnimationFrame(() => {
        wait.frame = 0;
        if (covers(latest.current.drawn.window, view.current, latest.current.size)) place();
        else settle();
      });
    },
    [place, settle],
  );

  const fit = useCallback(() => {
    isFitted.current = true;
    view.current = viewOf(latest.current.plane, latest.current.extent, latest.current.size);
    settle();
  }, [settle]);

  useLayoutEffect(() => {
    latest.current = { drawn, plane, extent, size };
    place();
  });

  // Another extent or plane is fitted; another size keeps the middle of what somebody has moved.
  const fitted = useRef({ plane, extent });
  useLayoutEffect(() => {
    latest.current.size = size;
    if (isFitted.current || fitted.current.plane !== plane || fitted.current.extent !== extent) fit();
    else settle();
    fitted.current = { plane, extent };
  }, [plane, extent, size, fit, settle]);

  useEffect(
    () => () => {
      window.clearTimeout(waiting.current.timer);
      cancelAnimationFrame(waiting.current.frame);
      waiting.current.frame = 0;
    },
    [],
  );
  return { view, window: drawn.window, settled: drawn.view, move, fit };
}

function drawnFor(view: View, size: Size): { view: View; window: MapWindow } {
  return { view, window: windowOf(view, size) };
}
