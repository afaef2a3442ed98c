import type { CheckedStep, WhatIf } from './check-result.ts';
import type { Exchange } from './exchange.ts';
import type { Ledger } from './ledger.ts';

/** For each party by id. O(steps × parties). */
export function whatIfs(exchange: Exchange, steps: readonly CheckedStep[], ledger: Ledger): Record<string, WhatIf> {
  const latePhases = phasesWithoutSlack(exchange, steps);
  const lastBefore = lastStartedBefore(steps);
  return Object.fromEntries(
    exchange.parties.map(({ id }, party) => [
      id,
      {
        slippedDay: slippedDay(steps, party),
        latePhases,
        failedVerification: failedVerification(exchange, steps, { id, party, ledger, lastBefore }),
        withheldTranche: withheldTranche(exchange, steps, party),
      },
    ]),
  );
}

function slippedDay(steps: readonly CheckedStep[], party: number): WhatIf['slippedDay'] {
  let worst: WhatIf['slippedDay'] = null;
  for (let at = 1; at < steps.length; at++) {
    const exposureDays = steps[at - 1]?.exposure[party] ?? 0;
    if (exposureDays > (worst?.exposureDays ?? 0)) worst = { step: at + 1, exposureDays };
  }
  return worst;
}

function phasesWithoutSlack(exchange: Exchange, steps: readonly CheckedStep[]): string[] {
  if (exchange.phases.length === 0) return [];
  const last = new Map<string, number>();
  for (const { deliver, endDay } of steps) for (const { item } of deliver) last.set(item, Math.max(last.get(item) ?? 0, endDay));
  return exchange.phases
    .filter(({ toDay, items }) => toDay !== null && items.some((id) => (last.get(id) ?? 0) + 1 > toDay))
    .map(({ id }) => id);
}

/** By step: the last step that has begun before the step's verification is known. */
function lastStartedBefore(steps: readonly CheckedStep[]): number[] {
  return steps.map(({ verifiedDay }, at) => {
    let [low, high] = [at, steps.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((steps[middle]?.startDay ?? 0) < verifiedDay) low = middle;
      else high = middle - 1;
    }
    return low;
  });
}

function failedVerification(
  { items }: Exchange,
  steps: readonly CheckedStep[],
  { id, party, ledger, lastBefore }: { id: string; party: number; ledger: Ledger; lastBefore: readonly number[] },
): WhatIf['failedVerification'] {
  const checked = new Set(items.filter(({ receiver, verification }) => receiver === id && verification !== null).map((item) => item.id));
  if (checked.size === 0) return null;
  let worst: WhatIf['failedVerification'] = null;
  steps.forEach(({ deliver, number, verifiedDay }, at) => {
    const failing = deliver.filter(({ item }) => checked.has(item));
    if (failing.length === 0) return;
    const exposure = ledger.exposureWithout(lastBefore[at] ?? at, party, failing);
    if (exposure > (worst?.exposure ?? 0)) worst = { step: number, foundOutDay: verifiedDay, exposure };
  });
  return worst;
}

function withheldTranche({ parties }: Exchange, steps: readonly CheckedStep[], party: number): WhatIf['withheldTranche'] {
  let worst: WhatIf['withheldTranche'] = null;
  for (let at = 1; at < steps.length; at++) {
    const exposure = steps[at - 1]?.exposure[party] ?? 0;
    const by = steps[at]?.givers.find((giver) => giver !== party);
    if (by !== undefined && exposure > (worst?.exposure ?? 0)) worst = { step: at + 1, by: parties[by]?.id ?? '', exposure };
  }
  return worst;
}
