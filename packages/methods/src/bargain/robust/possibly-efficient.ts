import { addConsistent, differenceTerms, MARGIN, worth } from './consistent-program.ts';
import { type LinearProgram, type LinearSolver, linearProgram, type Solution, TOLERANCE } from './linear-program.ts';
import type { ReadyOrders } from './ready-orders.ts';

/**
 * Whether some consistent preferences of the parties, one for each, leave a package undominated. Against each other
 * package some party must be better off here, or all must be level: a binary picks which. Rivals come in one by one, as
 * they are found to dominate under the preferences of the round before, so that few of many packages are ever asked.
 *
 * @returns null where that is not settled after 20 rivals
 */
export function isPossiblyEfficient(
  ready: ReadyOrders,
  places: readonly number[],
  feasible: readonly (readonly number[])[],
  solver: LinearSolver,
): boolean | null {
  const program = linearProgram();
  program.bound(MARGIN, 0, 1);
  ready.parties.forEach(({ holder }, party) => {
    addConsistent(program, holder, prefixOf(party));
  });
  const rivals = new Set<number>();
  while (rivals.size <= MOST_RIVALS) {
    const solution = program.maximise([[MARGIN, 1]], solver);
    if (solution === null || solution.objective <= TOLERANCE) return false;
    const rival = worstRival(ready, places, feasible, solution);
    if (rival === null || rivals.has(rival)) return true;
    rivals.add(rival);
    addRival(program, ready, places, feasible[rival] as readonly number[], rivals.size);
  }
  return null;
}

const MOST_RIVALS = 20;

function addRival(
  program: LinearProgram,
  { parties }: ReadyOrders,
  places: readonly number[],
  rival: readonly number[],
  place: number,
): void {
  const level = `level${place}`;
  program.binary(level);
  const picks = parties.map((_, party) => {
    const pick = `beats${place}_${party}`;
    program.binary(pick);
    const ahead = differenceTerms(places, rival, prefixOf(party));
    program.row([...ahead, [MARGIN, -1], [pick, -WIDEST]], { low: -WIDEST }); // biome-ignore format: one row
    program.row([...ahead, [level, -WIDEST]], { low: -WIDEST }); // biome-ignore format: one row
    program.row([...ahead, [level, WIDEST]], { high: WIDEST }); // biome-ignore format: one row
    return [pick, 1] as const;
  });
  program.row([...picks, [level, 1]], { low: 1 });
}

/** More than any difference and margin together. */
const WIDEST = 3;

/** The package that dominates this one by most under the preferences found; null where none does. */
function worstRival(
  { parties }: ReadyOrders,
  places: readonly number[],
  feasible: readonly (readonly number[])[],
  solution: Solution,
): number | null {
  const worths = parties.map(({ holder }, party) =>
    holder.issues.map(({ order }, issue) =>
      Array.from({ length: order.size }, (_, option) => solution.valueOf(worth(issue, option, prefixOf(party)))),
    ),
  );
  let found: number | null = null;
  let most = TOLERANCE;
  feasible.forEach((rival, at) => {
    let sum = 0;
    for (const ofParty of worths) {
      let gain = 0;
      for (const [issue, option] of rival.entries()) {
        gain += (ofParty[issue]?.[option] as number) - (ofParty[issue]?.[places[issue] as number] as number);
      }
      if (gain < -TOLERANCE) return;
      sum += gain;
    }
    if (sum > most) [found, most] = [at, sum];
  });
  return found;
}

function prefixOf(party: number): string {
  return `p${party}_`;
}
