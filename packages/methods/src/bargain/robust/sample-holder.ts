import { UserError } from '@parley/model';
import type { Random } from '../../numeric/random.ts';
import { consistentProgram, MARGIN, weight, worth } from './consistent-program.ts';
import { splitScaleReduction } from './convergence.ts';
import { type Draw, type DrawPreferences, drawPreferences } from './draw-preferences.ts';
import { keepsRanges, moveOn } from './hit-and-run.ts';
import type { Holder } from './holder.ts';
import { type LinearSolver, TOLERANCE } from './linear-program.ts';

/** How a holder's preferences were drawn. */
export interface HolderSampling {
  /** `exact`: independent draws; `hitAndRun`: four chains, each number after the one before. */
  readonly how: 'exact' | 'hitAndRun';
  /** For chains the split scale reduction factor, the worst of all numbers: 1 where they agree, below 1.05 good. */
  readonly scaleReduction: number | null;
}

export interface SampledHolder extends HolderSampling {
  readonly preferences: DrawPreferences;
  /** `samples` rows as `preferences.layout` has them. */
  readonly rows: Float64Array;
}

/**
 * Draws `samples` preferences uniformly among all consistent with what a holder said. Orders alone are drawn exactly, as
 * are ranges and comparisons that at least one draw in fifty meets; otherwise four chains of hit-and-run are run.
 *
 * @param solver finds where chains start; needed only where chance does not
 */
export function sampleHolder(holder: Holder, samples: number, random: Random, solver: LinearSolver | undefined): SampledHolder {
  const preferences = drawPreferences(holder);
  const stride = preferences.layout.length;
  const rows = new Float64Array(samples * stride);
  const drawInto = (at: number): void => preferences.write(preferences.draw(random), rows, at);
  if (holder.ordersOnly) {
    for (let sample = 0; sample < samples; sample += 1) drawInto(sample * stride);
    return { how: 'exact', scaleReduction: null, preferences, rows };
  }
  let met = 0;
  const trial = new Float64Array(stride);
  for (let i = 0; i < TRIALS; i += 1) {
    preferences.write(preferences.draw(random), trial, 0);
    if (keepsRanges(holder, preferences, trial)) met += 1;
  }
  if (met * 50 >= TRIALS) {
    for (let sample = 0; sample < samples; sample += 1) {
      do drawInto(sample * stride);
      while (!keepsRanges(holder, preferences, rows, sample * stride));
    }
    return { how: 'exact', scaleReduction: null, preferences, rows };
  }
  const length = Math.floor(samples / CHAINS);
  for (let chain = 0; chain < CHAINS; chain += 1) {
    const draw = startOf(holder, preferences, random, solver);
    moveOn(holder, preferences, draw, random, SETTLING);
    const last = chain === CHAINS - 1 ? samples : (chain + 1) * length;
    for (let sample = chain * length; sample < last; sample += 1) {
      moveOn(holder, preferences, draw, random, THINNING);
      preferences.write(draw, rows, sample * stride);
    }
  }
  const columns = Array.from({ length: stride }, (_, column) => column);
  return { how: 'hitAndRun', scaleReduction: splitScaleReduction(rows, stride, CHAINS, length, columns), preferences, rows };
}

const TRIALS = 2_000;
const CHAINS = 4;
const SETTLING = 200;
const THINNING = 3;

/** A draw that keeps everything: the end of the set in a random direction, drawn back halfway from every strict bound. */
function startOf(holder: Holder, preferences: DrawPreferences, random: Random, solver: LinearSolver | undefined): Draw {
  if (solver === undefined)
    throw new UserError('ranges and comparisons leave too little to be met by chance, and no solver was given', {
      cure: 'give a solver of linear programs',
      code: 'solver',
    });
  const widest = consistentProgram(holder, { low: 0, high: 1 }).maximise([[MARGIN, 1]], solver);
  if (widest === null || widest.objective <= TOLERANCE) throw contradictory();
  const program = consistentProgram(holder, { low: widest.objective / 2, high: 1 });
  const aim: [string, number][] = holder.issues.flatMap(({ order }, issue) => [
    [weight(issue), random() - 0.5] as [string, number],
    ...Array.from({ length: order.size }, (_, option): [string, number] => [worth(issue, option), random() - 0.5]),
  ]);
  const found = program.maximise(aim, solver);
  if (found === null) throw contradictory();
  const draw: Draw = preferences.draw(random);
  holder.issues.forEach(({ order }, issue) => {
    const share = found.valueOf(weight(issue));
    draw.weights[issue] = share;
    // Without weight an issue may stand as it was drawn: it makes no difference to any package.
    if (share <= TOLERANCE || order.size === 1) return;
    for (let option = 0; option < order.size; option += 1)
      draw.heights[(preferences.layout.optionsAt[issue] as number) + option] = found.valueOf(worth(issue, option)) / share;
  });
  return draw;
}

function contradictory(): UserError {
  return new UserError('ranges and comparisons contradict each other', {
    cure: 'ask for the contradiction by consistency',
    code: 'contradiction',
  });
}
