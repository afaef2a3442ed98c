import { type LatticeWalk, needAt, type WalkState } from './lattice-walk.ts';

interface Branch {
  readonly state: WalkState;
  readonly need: number;
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
  readonly strain: number;
}

/**
 * A good order, not always the best: at each level the `width` states with the least need so far, those with more to
 * go on with first. Null where it ran into dead ends or was stopped. `steps` are successors looked at.
 */
export function beamSearch(
  walk: LatticeWalk,
  { width, shouldStop }: { width: number; shouldStop: () => boolean },
): { order: number[] | null; need: number; steps: number } {
  const start = walk.start();
  let level: Branch[] = [{ state: start, need: needAt(start), step: null }];
  let steps = 0;
  for (let depth = 0; depth < walk.length; depth++) {
    const candidates: Candidate[] = [];
    for (const branch of level) {
      for (let unit = 0; unit < branch.state.remaining.length; unit++) {
        if (!walk.may(branch.state, unit)) continue;
        const need = Math.max(branch.need, walk.needAfter(branch.state, unit));
        candidates.push({ branch, unit, need, strain: walk.strainAfter(branch.state, unit) });
      }
    }
    steps += candidates.length;
    if (candidates.length === 0 || shouldStop()) return { order: null, need: Number.POSITIVE_INFINITY, steps };
    level = narrowed(walk, candidates, width);
  }
  const [best] = level;
  return { order: best === undefined ? null : unitsTo(best.step, walk.isForward), need: best?.need ?? Number.POSITIVE_INFINITY, steps };
}

/** The best candidates as states, each state once. */
function narrowed(walk: LatticeWalk, candidates: Candidate[], width: number): Branch[] {
  candidates.sort((a, b) => a.need - b.need || a.strain - b.strain || a.unit - b.unit);
  const seen = new Set<string>();
  const level: Branch[] = [];
  for (const { branch, unit, need } of candidates) {
    const state = walk.copy(branch.state);
    walk.take(state, unit);
    const key = state.remaining.join();
    if (seen.has(key)) continue;
    seen.add(key);
    level.push({ state, need, step: { unit, before: branch.step } });
    if (level.length === width) break;
  }
  return level;
}

function unitsTo(last: Step | null, isForward: boolean): number[] {
  const units: number[] = [];
  for (let step = last; step !== null; step = step.before) units.push(step.unit);
  return isForward ? units.reverse() : units;
}
