/** The stretch of a list that is rendered: from `from` up to but not including `to`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * The window over a list of `count` that shows the item at `current` (-1: none): the one shown
 * before where that item is well inside it, else one of `size` around it.
 */
export function windowOf(before: Window, { current, count, size }: { current: number; count: number; size: number }): Window {
  const clipped = { from: Math.min(before.from, Math.max(0, count - 1)), to: Math.min(Math.max(before.to, before.from + size), count) };
  const wanted = Math.max(0, current);
  const isInside = wanted >= clipped.from && wanted < clipped.to;
  if (current === -1 || isInside) return clipped;
  const from = Math.max(0, Math.min(wanted - Math.floor(size / 2), count - size));
  return { from, to: Math.min(count, from + size) };
}
