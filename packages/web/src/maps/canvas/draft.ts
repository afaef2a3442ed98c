import type { Position } from './types.ts';

/** One ring or line of a draft. Rings are open: the first vertex is not repeated at the end. */
export interface DraftPath {
  /** Of a zone: paths of one polygon, the shell first, then its holes. */
  readonly polygon: number;
  readonly vertices: readonly Position[];
}

interface Drawn {
  readonly paths: readonly DraftPath[];
  /** The vertex that is being worked on: index of path and vertex. */
  readonly current: { readonly path: number; readonly vertex: number } | null;
}

/** A line or zone as drawn so far, and what can be undone and done again. Never changed in place. */
export interface Draft extends Drawn {
  readonly shape: 'zone' | 'line';
  readonly past: readonly Drawn[];
  readonly future: readonly Drawn[];
}

export type DraftAction =
  /** A vertex behind the current one, or at the end; it becomes the current one. */
  | { readonly act: 'add'; readonly at: Position }
  /** A vertex put into the path at an index. */
  | { readonly act: 'insert'; readonly path: number; readonly vertex: number; readonly at: Position }
  /** `going`: one of several steps of a drag, which are undone as one. */
  | { readonly act: 'move'; readonly path: number; readonly vertex: number; readonly at: Position; readonly going?: boolean }
  | { readonly act: 'delete'; readonly path: number; readonly vertex: number }
  | { readonly act: 'choose'; readonly path: number; readonly vertex: number }
  /** Another polygon or line, or a hole in the polygon of the current vertex. */
  | { readonly act: 'part' | 'hole' }
  | { readonly act: 'undo' | 'redo' };

/** A draft with nothing drawn yet. */
export function emptyDraft(shape: 'zone' | 'line'): Draft {
  return { shape, paths: [{ polygon: 0, vertices: [] }], current: null, past: [], future: [] };
}

/** A draft of what is there already: coordinates of a MultiPolygon or a MultiLineString. */
export function draftOf(shape: 'zone' | 'line', coordinates: unknown): Draft {
  const paths =
    shape === 'line'
      ? (coordinates as Position[][]).map((vertices, polygon) => ({ polygon, vertices }))
      : (coordinates as Position[][][]).flatMap((rings, polygon) => rings.map((ring) => ({ polygon, vertices: opened(ring) })));
  return paths.length === 0 ? emptyDraft(shape) : { ...emptyDraft(shape), paths };
}

/** What is drawn, as coordinates of a MultiPolygon or MultiLineString; paths with too few vertices are left out. */
export function coordinatesOf({ shape, paths }: Draft): Position[][][] | Position[][] {
  if (shape === 'line') return paths.filter(({ vertices }) => vertices.length >= 2).map(({ vertices }) => [...vertices]);
  const polygons = Map.groupBy(paths, ({ polygon }) => polygon);
  return [...polygons.values()].flatMap((rings) => {
    const whole = rings.filter(({ vertices }) => vertices.length >= 3);
    // A hole without its shell takes nothing away from anything.
    if (whole.length === 0 || whole[0] !== rings[0]) return [];
    return [whole.map(({ vertices }) => [...vertices, vertices[0] as Position])];
  });
}

/** Whether there is anything to record: a line of two vertices or a zone of three. */
export function isComplete(draft: Draft): boolean {
  return coordinatesOf(draft).length > 0;
}

function opened(ring: readonly Position[]): readonly Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  const closed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return closed ? ring.slice(0, -1) : ring;
}
