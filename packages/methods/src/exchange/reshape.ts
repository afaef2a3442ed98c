import type { Delivery, Exchange, ExchangeStep } from './exchange.ts';

/**
 * The steps of a schedule by rounds, from 0: those of one day where it has more than one day, else two by two.
 */
export function roundsOf(steps: readonly ExchangeStep[]): number[][] {
  const isDated = new Set(steps.map(({ day }) => day)).size > 1 && steps.every(({ day }) => day !== null);
  const rounds: number[][] = [];
  steps.forEach(({ day }, at) => {
    const round = rounds.at(-1);
    const isSame = isDated ? steps[at - 1]?.day === day : at % 2 === 1;
    if (round !== undefined && isSame) round.push(at);
    else rounds.push([at]);
  });
  return rounds;
}

/** A schedule whose rounds are given in turns, each step in so many parts of whole tranches. Null where none can be split. */
export function splitRounds(exchange: Exchange, steps: readonly ExchangeStep[], parts: number): ExchangeStep[] | null {
  const sizes = new Map(exchange.items.map((item) => [item.id, item.tranche]));
  const sizeOf = (item: string): number => sizes.get(item) ?? 1;
  let isSplit = false;
  const finer = roundsOf(steps).flatMap((places) => {
    const round = places.map((at) => steps[at] as ExchangeStep);
    const tranches = round.flatMap(({ deliver }) => deliver.map(({ item, count }) => Math.floor(count / sizeOf(item))));
    const here = round.length > 1 ? Math.max(1, Math.min(parts, ...[Math.max(1, ...tranches)])) : 1;
    if (here > 1) isSplit = true;
    const day = round.every((step) => step.day === round[0]?.day) ? (round[0]?.day ?? null) : null;
    return Array.from({ length: here }, (_, part) =>
      round.flatMap(({ deliver, pay }): ExchangeStep[] => {
        const pieces = deliver.flatMap(({ item, count }) => partOf(item, count, { size: sizeOf(item), part, parts: here }));
        return pieces.length > 0 || (part === 0 && pay > 0) ? [{ day, deliver: pieces, pay: part === 0 ? pay : 0 }] : [];
      }),
    ).flat();
  });
  return isSplit ? finer : null;
}

/** The larger parts first; what does not fill a tranche goes with the last. */
function partOf(item: string, count: number, { size, part, parts }: { size: number; part: number; parts: number }): Delivery[] {
  const whole = Math.floor(count / size);
  const tranches = Math.floor(whole / parts) + (part < whole % parts ? 1 : 0);
  const pieces = tranches * size + (part === parts - 1 ? count - whole * size : 0);
  return pieces > 0 ? [{ item, count: pieces }] : [];
}

/** A schedule in which the steps of each group, neighbours numbered from 0, happen at once, on the day of the last. */
export function atOnce(steps: readonly ExchangeStep[], groups: readonly (readonly number[])[]): ExchangeStep[] {
  const groupOf = new Map(groups.flatMap((group) => group.map((at) => [at, group] as const)));
  return steps.flatMap((step, at): ExchangeStep[] => {
    const group = groupOf.get(at) ?? [at];
    if (group.at(-1) !== at) return [];
    const together = group.map((place) => steps[place] as ExchangeStep);
    return [{ day: step.day, deliver: together.flatMap(({ deliver }) => deliver), pay: together.reduce((sum, { pay }) => sum + pay, 0) }];
  });
}

/** What lies in escrow: the costs of what is delivered, or its tranches where a side has an order only. */
export function costIn({ items }: Exchange, deliver: readonly Delivery[]): number {
  return deliver.reduce((sum, { item: id, count }) => {
    const item = items.find((one) => one.id === id);
    if (item === undefined) return sum;
    return sum + count * ('rank' in item.cost ? 1 / item.tranche : item.cost.high);
  }, 0);
}
