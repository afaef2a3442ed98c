import { type LatticeWalk, needAt, type WalkState } from './lattice-walk.ts';

interface Branch {
  readonly state: WalkState;
  readonly need: number;
  /** How much has been moved: the sizes of the units on the way. */
  readonly moved: number;
  readonly step: Step | null;
}

interface Step {
  readonly unit: number;
  readonly before: Step | null;
}

interface Candidate {
  readonly branch: Branch;
  readonly unit: number;
  readonly need: number;
  readonly moved: number;
  readonly strain: number;
}

interface BeamOptions {
  /** States kept at each level. */
  readonly width: number;
  /**
   * A need that no state may be over. Where it is given, what is large goes first, as in packing: the need is in hand,
   * and what is left should be easy to place. Where it is not, the least need so far goes first.
   */
  readonly within?: number;
  readonly shouldStop: () => boolean;
}

/**
 * A good order, not always the best: at each level the `width` best states, those with more to go on with first where
 * they are alike. Null where it ran into dead ends or was stopped. `steps` are successors looked at.
 */
export function beamSearch(
  walk: LatticeWalk,
  { width, within, shouldStop }: BeamOptions,
): { order: number[] | null; need: number; steps: number } {
  const start = walk.start();
  let level: Branch[] = [{ state: start, need: needAt(start), moved: 0, step: null }];
  let steps = 0;
  for (let depth = 0; depth < walk.length; depth++) {
    const candidates: Candidate[] = [];
    for (const branch of level) {
      for (let unit = 0; unit < branch.state.remaining.length; unit++) {
        if (!walk.may(branch.state, unit)) continue;
        const need = Math.max(branch.need, walk.needAfter(branch.state, unit));
        if (within !== undefined && need > within) continue;
        candidates.push({ branch, unit, need, moved: branch.moved + walk.sizeOf(unit), strain: walk.strainAfter(branch.state, unit) });
      }
    }
    steps += candidates.length;
    if (candidates.length === 0 || shouldStop()) return { order: null, need: Number.POSITIVE_INFINITY, steps };
    candidates.sort(within === undefined ? byNeed : bySize);
    level = narrowed(walk, candidates, width);
  }
  const [best] = level;
  return { order: best === undefined ? null : unitsTo(best.step, walk.isForward), need: best?.need ?? Number.POSITIVE_INFINITY, steps };
}

function byNeed(a: Candidate, b: Candidate): number {
  return a.need - b.need || a.strain - b.strain || a.unit - b.unit;
}

function bySize(a: Candidate, b: Candidate): number {
  return b.moved - a.moved || a.strain - b.strain || a.unit - b.unit;
}

/** The best candidates as states, each state once. */
function narrowed(walk: LatticeWalk, candidates: Candidate[], width: number): Branch[] {
  const seen = new Set<string>();
  const level: Branch[] = [];
  for (const { branch, unit, need, moved } of candidates) {
    const state = walk.copy(branch.state);
    walk.take(state, unit);
    const key = state.remaining.join();
    if (seen.has(key)) continue;
    seen.add(key);
    level.push({ state, need, moved, step: { unit, before: branch.step } });
    if (level.length === width) break;
  }
  return level;
}

function unitsTo(last: Step | null, isForward: boolean): number[] {
  const units: number[] = [];
  for (let step = last; step !== null; step = step.before) units.push(step.unit);
  return isForward ? units.reverse() : units;
}
