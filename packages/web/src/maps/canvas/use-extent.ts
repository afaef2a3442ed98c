import { useMemo, useState } from 'react';
import type { Extent, MapCanvasProps } from './types.ts';
import { wholeExtent } from './whole-extent.ts';

const NOTHING_THERE: Extent = [-180, -60, 180, 80];

/** What is fitted: the extent that is given, else that of all shapes, kept as long as it holds them. */
export function useExtent({ extent, left, right }: Pick<MapCanvasProps, 'extent' | 'left' | 'right'>): Extent {
  const whole = useMemo(() => wholeExtent([...left, ...(right ?? [])]), [left, right]);
  const [kept, setKept] = useState<Extent | null>(null);
  const asked = extent ?? (kept !== null && (whole === null || holds(kept, whole)) ? kept : whole);
  const shown = asked !== null && kept !== null && same(asked, kept) ? kept : asked;
  if (shown !== kept) setKept(shown);
  return shown ?? NOTHING_THERE;
}

function holds(outer: Extent, inner: Extent): boolean {
  const turn = 360 * Math.round((outer[0] + outer[2] - inner[0] - inner[2]) / 720);
  return outer[0] <= inner[0] + turn && outer[2] >= inner[2] + turn && outer[1] <= inner[1] && outer[3] >= inner[3];
}

function same(a: Extent, b: Extent): boolean {
  return a.every((value, at) => value === b[at]);
}
