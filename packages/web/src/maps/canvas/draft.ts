import type { Position } from './position.ts';

/** One ring or line of a draft. Rings are open: the first vertex is not repeated at the end. */
interface DraftPath {
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

/** The draft after an action. What changes nothing leaves nothing to undo; the current vertex alone is no change. */
export function changed(draft: Draft, action: DraftAction): Draft {
  const { shape, past, future } = draft;
  const drawn: Drawn = { paths: draft.paths, current: draft.current };
  switch (action.act) {
    case 'undo': {
      const before = past.at(-1);
      return before === undefined ? draft : { ...before, shape, past: past.slice(0, -1), future: [drawn, ...future] };
    }
    case 'redo': {
      const [after, ...rest] = future;
      return after === undefined ? draft : { ...after, shape, past: [...past, drawn], future: rest };
    }
    case 'choose':
      return hasVertex(draft, action) ? { ...draft, current: { path: action.path, vertex: action.vertex } } : draft;
    default: {
      const next = drawnAfter(drawn, action);
      if (next === drawn) return draft;
      // A drag is undone at once, not step by step.
      const isOneWithLast = action.act === 'move' && action.going === true && past.length > 0;
      return { ...next, shape, past: isOneWithLast ? past : [...past, drawn], future: [] };
    }
  }
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

type Change = Exclude<DraftAction, { act: 'choose' | 'undo' | 'redo' }>;

function drawnAfter(drawn: Drawn, action: Change): Drawn {
  const { paths, current } = drawn;
  switch (action.act) {
    case 'add': {
      const path = current?.path ?? paths.length - 1;
      const vertex = current === null ? (paths[path]?.vertices.length ?? 0) : current.vertex + 1;
      return inserted(drawn, path, vertex, action.at);
    }
    case 'insert':
      return inserted(drawn, action.path, action.vertex, action.at);
    case 'move': {
      const { path, vertex, at } = action;
      const before = paths[path]?.vertices[vertex];
      if (before === undefined || (before[0] === at[0] && before[1] === at[1])) return drawn;
      return { paths: withVertices(paths, path, (vertices) => vertices.with(vertex, at)), current: { path, vertex } };
    }
    case 'delete': {
      const { path, vertex } = action;
      if (!hasVertex(drawn, action)) return drawn;
      const next = withVertices(paths, path, (vertices) => vertices.toSpliced(vertex, 1));
      const left = next[path]?.vertices.length ?? 0;
      return { paths: next, current: left === 0 ? null : { path, vertex: Math.max(0, vertex - 1) } };
    }
    case 'part':
    case 'hole': {
      // An empty path waits for its first vertex: another would be the same.
      if (paths.some(({ vertices }) => vertices.length === 0)) return drawn;
      const own = paths[current?.path ?? paths.length - 1]?.polygon ?? 0;
      const polygon = action.act === 'hole' ? own : Math.max(...paths.map((path) => path.polygon)) + 1;
      // Paths of one polygon stand together, the shell first.
      const at = action.act === 'hole' ? paths.findLastIndex((path) => path.polygon === own) + 1 : paths.length;
      return { paths: paths.toSpliced(at, 0, { polygon, vertices: [] }), current: { path: at, vertex: -1 } };
    }
  }
}

function inserted(drawn: Drawn, path: number, vertex: number, at: Position): Drawn {
  const count = drawn.paths[path]?.vertices.length;
  if (count === undefined) return drawn;
  const place = Math.min(count, Math.max(0, vertex));
  return { paths: withVertices(drawn.paths, path, (vertices) => vertices.toSpliced(place, 0, at)), current: { path, vertex: place } };
}

function withVertices(
  paths: readonly DraftPath[],
  at: number,
  change: (vertices: readonly Position[]) => readonly Position[],
): readonly DraftPath[] {
  return paths.map((path, index) => (index === at ? { ...path, vertices: change(path.vertices) } : path));
}

function hasVertex({ paths }: Drawn, { path, vertex }: { path: number; vertex: number }): boolean {
  return paths[path]?.vertices[vertex] !== undefined;
}
