import { UserError } from '@parley/model';
import type { Delivery, Exchange } from './exchange.ts';

/** What a planner moves: a step that can be taken so many times, each the same. */
export interface Unit {
  readonly deliver: readonly Delivery[];
  readonly count: number;
  /** Units that must be done before the first of these, by index; `verified` those that must be verified too. */
  readonly after: readonly number[];
  readonly verified: readonly number[];
  readonly earliestDay: number;
  readonly durationDays: number;
  /** Days after delivery until all of it is verified. */
  readonly verificationDays: number;
}

/** The most steps that an exchange may be taken apart into. */
const MAX_STEPS = 1_000_000;

/**
 * The steps of an exchange as classes: batches, then what is left of each item in tranches, a smaller last tranche
 * as a class of its own. Throws a UserError where precedence goes in a circle, and for more than a million steps.
 */
export function unitsOf(exchange: Exchange): Unit[] {
  const bare = bareUnits(exchange);
  const steps = bare.reduce((sum, { count }) => sum + count, 0);
  if (steps > MAX_STEPS)
    throw new UserError(`the exchange has ${steps} steps; the limit is ${MAX_STEPS}`, {
      cure: 'say with "tranche" how many of an item are given at a time',
      code: 'too-large',
    });
  const holding = new Map<string, number[]>();
  bare.forEach(({ deliver }, at) => {
    for (const { item } of deliver) holding.set(item, [...(holding.get(item) ?? []), at]);
  });
  const after = bare.map(() => new Set<number>());
  const verified = bare.map(() => new Set<number>());
  for (const { first, next, waits } of precedences(exchange))
    for (const earlier of holding.get(first) ?? [])
      for (const later of holding.get(next) ?? []) {
        if (earlier === later) throw circle(first === next ? [first] : [first, next]);
        after[later]?.add(earlier);
        if (waits) verified[later]?.add(earlier);
      }
  const units = bare.map((unit, at) => ({ ...unit, after: [...(after[at] ?? [])], verified: [...(verified[at] ?? [])] }));
  refuseCircle(units);
  return units;
}

type Bare = Omit<Unit, 'after' | 'verified'>;

function bareUnits(exchange: Exchange): Bare[] {
  const left = new Map(exchange.items.map(({ id, count }) => [id, count]));
  const timesOf = timing(exchange);
  const units: Bare[] = [];
  for (const { items, times } of exchange.batches) {
    const deliver = Object.entries(items).map(([item, count]) => ({ item, count }));
    for (const { item, count } of deliver) left.set(item, (left.get(item) ?? 0) - count * times);
    units.push({ deliver, count: times, ...timesOf(deliver) });
  }
  for (const { id, tranche } of exchange.items) {
    const rest = left.get(id) ?? 0;
    const whole = Math.floor(rest / tranche);
    const add = (size: number, count: number): void => {
      const deliver = [{ item: id, count: size }];
      if (size > 0 && count > 0) units.push({ deliver, count, ...timesOf(deliver) });
    };
    add(tranche, whole);
    add(rest - whole * tranche, 1);
  }
  return units;
}

type Times = Pick<Unit, 'earliestDay' | 'durationDays' | 'verificationDays'>;

function timing({ items, phases }: Exchange): (deliver: readonly Delivery[]) => Times {
  const byId = new Map(items.map((item) => [item.id, item]));
  const from = new Map(phases.flatMap(({ items: within, fromDay }) => within.map((id) => [id, fromDay ?? 0] as const)));
  return (deliver) => {
    const times = { earliestDay: 0, durationDays: 0, verificationDays: 0 };
    for (const { item: id } of deliver) {
      const item = byId.get(id);
      times.earliestDay = Math.max(times.earliestDay, item?.earliestDay ?? 0, from.get(id) ?? 0);
      times.durationDays = Math.max(times.durationDays, item?.durationDays ?? 0);
      times.verificationDays = Math.max(times.verificationDays, item?.verification?.days ?? 0);
    }
    return times;
  };
}

/** What is said of single items, and what the phases make of it: a phase that waits does so for all of the one before. */
export function precedences({ before, phases }: Exchange): { first: string; next: string; waits: boolean }[] {
  const said = before.map(({ first, next, after }) => ({ first, next, waits: after === 'verification' }));
  const phased = phases.flatMap(({ items, after }, at) => {
    const previous = phases[at - 1]?.items ?? [];
    return after === null ? [] : items.flatMap((next) => previous.map((first) => ({ first, next, waits: after === 'verification' })));
  });
  return [...said, ...phased];
}

/** Takes away what waits for nothing, again and again; what is left then waits for each other. */
function refuseCircle(units: readonly Unit[]): void {
  const waits = units.map(({ after }) => after.length);
  const waiting = units.map((): number[] => []);
  for (const [at, { after }] of units.entries()) for (const earlier of after) waiting[earlier]?.push(at);
  const free = waits.flatMap((count, at) => (count === 0 ? [at] : []));
  for (const at of free)
    for (const later of waiting[at] ?? []) {
      waits[later] = (waits[later] ?? 0) - 1;
      if (waits[later] === 0) free.push(later);
    }
  if (free.length === units.length) return;
  const taken = new Set(free);
  const stuck = new Set([...units.keys()].filter((at) => !taken.has(at)));
  const path: number[] = [];
  let [at] = stuck;
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    at = units[at]?.after.find((earlier) => stuck.has(earlier));
  }
  const round = path.slice(path.indexOf(at ?? -1));
  throw circle(round.map((one) => units[one]?.deliver.map(({ item }) => item).join(' + ') ?? ''));
}

function circle(items: readonly string[]): UserError {
  const round = [...items].reverse();
  const shown = round.length > 8 ? [...round.slice(0, 8), '…'] : [...round, round[0]];
  return new UserError(`what must come before what goes in a circle: ${shown.join(' before ')}`, {
    cure: 'take one of these out of "before", of the phases or of a batch',
    code: 'exchange-circle',
  });
}
