/**
 * Where a function over the earth is at most a given value: its values on a grid, linear in between on triangles, so that
 * no cell is ambiguous (A. Doi and A. Koide 1991, "An efficient method of triangulating equi-valued surfaces").
 */
import type { Extent, Position, Ring } from './geometry.ts';

/** Values of a function at the corners of a grid. */
export interface SampledField {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
  at(column: number, row: number): Position;
}

/** The values of a function on a grid over an extent, with one more cell all around where it counts as infinite. */
export function sampledField([west, south, east, north]: Extent, cells: number, value: (at: Position) => number): SampledField {
  const width = (east - west) / cells;
  const height = (north - south) / cells;
  const side = cells + 3;
  const at = (column: number, row: number): Position => [west + (column - 1) * width, south + (row - 1) * height];
  const values = new Float64Array(side * side).fill(Infinity);
  for (let row = 1; row < side - 1; row++) {
    for (let column = 1; column < side - 1; column++) values[row * side + column] = value(at(column, row));
  }
  return { columns: side, rows: side, values, at };
}

/** The closed rings around all that is at most `level`. Beyond the extent there is nothing, so each of them closes. */
export function levelSet(field: SampledField, level: number): Ring[] {
  const next = new Map<string, { from: Position; to: string }>();
  const { columns, rows } = field;
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const corner = row * columns + column;
      crossing(field, level, [corner, corner + 1, corner + columns + 1], next);
      crossing(field, level, [corner, corner + columns + 1, corner + columns], next);
    }
  }
  return ringsOf(next);
}

/** The piece of the edge of the level set in a triangle that runs anticlockwise, with what is at most the level on its left. */
function crossing(
  field: SampledField,
  level: number,
  corners: readonly [number, number, number],
  next: Map<string, { from: Position; to: string }>,
): void {
  const [a, b, c] = corners;
  const inside = [a, b, c].map((corner) => (field.values[corner] as number) <= level);
  if (inside[0] === inside[1] && inside[1] === inside[2]) return;
  let leaves: readonly [number, number] = [a, b];
  let enters: readonly [number, number] = [a, b];
  for (const [at, [from, to]] of (
    [
      [a, b],
      [b, c],
      [c, a],
    ] as const
  ).entries()) {
    if (inside[at] && !inside[(at + 1) % 3]) leaves = [from, to];
    if (!inside[at] && inside[(at + 1) % 3]) enters = [from, to];
  }
  next.set(keyOf(leaves), { from: placeOn(field, level, leaves), to: keyOf(enters) });
}

function keyOf([from, to]: readonly [number, number]): string {
  return from < to ? `${from},${to}` : `${to},${from}`;
}

function placeOn({ values, columns, at }: SampledField, level: number, [from, to]: readonly [number, number]): Position {
  const [low, high] = (values[from] as number) <= level ? [from, to] : [to, from];
  const [lowValue, highValue] = [values[low] as number, values[high] as number];
  const exact = highValue === Infinity ? 0 : (level - lowValue) / (highValue - lowValue);
  // Never in a corner itself: rings that meet there enclose something else than they should.
  const share = Math.min(1 - OFF_CORNER, Math.max(OFF_CORNER, exact));
  const [lowX, lowY] = at(low % columns, Math.floor(low / columns));
  const [highX, highY] = at(high % columns, Math.floor(high / columns));
  return [lowX + share * (highX - lowX), lowY + share * (highY - lowY)];
}

/** As a share of an edge of the grid. */
const OFF_CORNER = 1e-4;

function ringsOf(next: Map<string, { from: Position; to: string }>): Ring[] {
  const rings: Ring[] = [];
  for (const [start] of next) {
    const ring: Position[] = [];
    for (let key = start, step = next.get(key); step !== undefined; step = next.get(key)) {
      ring.push(step.from);
      next.delete(key);
      key = step.to;
    }
    const [first] = ring;
    if (first !== undefined && ring.length > 2) rings.push([...ring, first]);
  }
  return rings;
}
