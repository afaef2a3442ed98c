/** The places of an order, weightiest first, with only these items and all of them; those without a place come last. */
export function placesOf(order: readonly (readonly string[])[], items: readonly string[]): string[][] {
  const kept = order.map((place) => place.filter((id) => items.includes(id))).filter((place) => place.length > 0);
  const placed = new Set(kept.flat());
  return [...kept, ...items.filter((id) => !placed.has(id)).map((id) => [id])];
}

/** An item one place up or down: out of those it weighs the same as, or past the next place. */
export function movedInOrder(order: readonly (readonly string[])[], item: string, by: -1 | 1): string[][] {
  const at = order.findIndex((place) => place.includes(item));
  const place = order[at];
  if (place === undefined) return order.map((one) => [...one]);
  const others = order.map((one) => one.filter((id) => id !== item));
  // Alone in its place it goes past its neighbour; among others it comes out on that side of them.
  const to = place.length > 1 ? (by < 0 ? at : at + 1) : by < 0 ? at - 1 : at + 2;
  if (to < 0 || to > others.length) return order.map((one) => [...one]);
  return [...others.slice(0, to), [item], ...others.slice(to)].filter((one) => one.length > 0);
}

/** An item put together with those of the place above it: they weigh the same. */
export function joinedAbove(order: readonly (readonly string[])[], item: string): string[][] {
  const at = order.findIndex((place) => place.includes(item));
  if (at < 1) return order.map((one) => [...one]);
  return order
    .map((place, index) => (index === at - 1 ? [...place, item] : index === at ? place.filter((id) => id !== item) : [...place]))
    .filter((place) => place.length > 0);
}
