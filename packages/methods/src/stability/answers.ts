import type { Concept, Sanctioning } from './concept.ts';
import { SANCTIONS } from './concept.ts';
import { type Conflict, type Moves, moveBuffer, others } from './conflict.ts';
import { mayPrefer, type Preference, prefers } from './preference.ts';

/** One move of one decider in an answer. */
export interface Response {
  readonly decider: number;
  readonly from: number;
  readonly to: number;
}

/** A move that tempts a decider, and how the others can answer it. */
export interface Temptation {
  readonly to: number;
  /** The shortest answer that stops the move, move by move; null where nothing does. */
  readonly answer: readonly Response[] | null;
}

/** Which comparisons count: those of the decider who thinks of leaving, and those by which the others improve. */
export interface Comparisons {
  /** Whether the decider takes `a` for better than `b`. */
  better(decider: number, a: number, b: number): boolean;
  /** Whether a move of one of the others counts as an improvement for it. */
  improves(mover: number, from: number, to: number): boolean;
  /** Moves that gain their mover nothing whatever it prefers, a penalty being on them. Default: none. */
  penalised?(decider: number, from: number, to: number): boolean;
}

/** Comparisons as they are known; with full orders that is all there is. */
export function knownComparisons({ preferences }: Conflict): Comparisons {
  const better = (decider: number, a: number, b: number): boolean => prefers(preferences[decider] as Preference, a, b);
  return { better, improves: (mover, from, to) => better(mover, to, from) };
}

/** What counts most against a state being stable: every unknown comparison is a gain for who leaves, none for who answers. */
export function cautiousComparisons({ preferences }: Conflict): Comparisons {
  return {
    better: (decider, a, b) => mayPrefer(preferences[decider] as Preference, a, b),
    improves: (mover, from, to) => prefers(preferences[mover] as Preference, to, from),
  };
}

/** What counts most for a state being stable: no unknown comparison is a gain for who leaves, each one for who answers. */
export function hopefulComparisons({ preferences }: Conflict): Comparisons {
  return {
    better: (decider, a, b) => prefers(preferences[decider] as Preference, a, b),
    improves: (mover, from, to) => mayPrefer(preferences[mover] as Preference, to, from),
  };
}

/** Finds the moves of one decider to something better, and the answers to them, one state at a time. */
export type TemptationFinder = (state: number) => Temptation[];

/**
 * The moves of a decider to something better and how the others can answer each, under one concept. It looks only at
 * what lies around the state asked for, so it is what to use for one state, for comparisons that are unknown, and for
 * the words of an explanation; `stabilityOf` is for all states at once.
 */
export function temptationFinder(
  conflict: Conflict,
  decider: number,
  concept: Concept,
  { better, improves, penalised = () => false }: Comparisons = knownComparisons(conflict),
): TemptationFinder {
  const rule: Sanctioning | null = concept === 'nash' ? null : SANCTIONS[concept];
  const gainful = (mover: number, from: number, to: number): boolean => improves(mover, from, to) && !penalised(mover, from, to);
  const find = rule === null ? null : answerFinder(conflict, others(conflict, decider), rule.improving ? gainful : undefined);
  const moves = conflict.moves[decider] as Moves;
  const first = moveBuffer(conflict);
  const second = moveBuffer(conflict);
  return (state) => {
    const escapes = (end: number): boolean => {
      const count = moves.from(end, second);
      return second.subarray(0, count).some((to) => better(decider, to, state) && !penalised(decider, end, to));
    };
    const stops = (end: number): boolean => !better(decider, end, state) && !(rule?.escaping && escapes(end));
    const tempting = Array.from(first.subarray(0, moves.from(state, first))).filter(
      (to) => better(decider, to, state) && !penalised(decider, state, to),
    );
    return tempting.map((to) => ({ to, answer: find === null ? null : find(to, stops) }));
  };
}

/**
 * Finds the shortest way by which `movers` together, none of them twice in a row, get from a state to one that
 * `accepts` says yes to, by at least one move; null where there is none.
 *
 * @param improves where given, only moves that it says yes to are made
 */
export function answerFinder(
  conflict: Conflict,
  movers: readonly number[],
  improves?: Comparisons['improves'],
): (start: number, accepts: (state: number) => boolean) => Response[] | null {
  const count = movers.length;
  const met = new Uint32Array(conflict.stateCount * count);
  const cameFrom = new Int32Array(conflict.stateCount * count);
  const queue = new Uint32Array(conflict.stateCount * count);
  const buffer = moveBuffer(conflict);
  let round = 0;
  return (start, accepts) => {
    round += 1;
    let last = 0;
    for (let first = -1; first < last; first += 1) {
      const pair = first < 0 ? -1 : (queue[first] as number);
      const state = pair < 0 ? start : Math.floor(pair / count);
      for (let mover = 0; mover < count; mover += 1) {
        if (pair >= 0 && pair % count === mover) continue;
        const decider = movers[mover] as number;
        const found = (conflict.moves[decider] as Moves).from(state, buffer);
        for (let at = 0; at < found; at += 1) {
          const to = buffer[at] as number;
          const next = to * count + mover;
          if (met[next] === round || (improves !== undefined && !improves(decider, state, to))) continue;
          met[next] = round;
          cameFrom[next] = pair;
          if (accepts(to)) return wayTo(next, cameFrom, movers, start);
          queue[last++] = next;
        }
      }
    }
    return null;
  };
}

function wayTo(end: number, cameFrom: Int32Array, movers: readonly number[], start: number): Response[] {
  const count = movers.length;
  const way: Response[] = [];
  for (let pair = end; pair >= 0; ) {
    const before = cameFrom[pair] as number;
    const from = before < 0 ? start : Math.floor(before / count);
    way.unshift({ decider: movers[pair % count] as number, from, to: Math.floor(pair / count) });
    pair = before;
  }
  return way;
}
