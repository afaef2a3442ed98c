import { type RefObject, useEffect } from 'react';

/** The width that an A4 or Letter sheet leaves for the map within its margins, in CSS pixels. */
const SHEET_PIXELS = 660;

/**
 * Tells the style sheet how far the map is made smaller on paper: with its scale bar, so that this stays true. What is
 * printed has the light colours, whichever are chosen for the screen.
 */
export function usePrintFit(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      if (width > 0 && !window.matchMedia('print').matches) {
        current.style.setProperty('--print-zoom', String(Math.min(1, SHEET_PIXELS / width)));
      }
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  useEffect(() => {
    const { dataset } = document.documentElement;
    let chosen: string | undefined;
    const lighten = () => {
      chosen = dataset.theme;
      dataset.theme = 'light';
    };
    const restore = () => {
      if (chosen === undefined) delete dataset.theme;
      else dataset.theme = chosen;
    };
    window.addEventListener('beforeprint', lighten);
    window.addEventListener('afterprint', restore);
    return () => {
      window.removeEventListener('beforeprint', lighten);
      window.removeEventListener('afterprint', restore);
    };
  }, []);
}
