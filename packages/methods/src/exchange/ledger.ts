import type { Delivery, Exchange, ExchangeStep } from './exchange.ts';
import type { Reading, Readings } from './readings.ts';

/** The account of a schedule, step by step; amounts as they were given. */
export interface Ledger {
  /** By step: indices of the parties that give in it. */
  readonly givers: readonly (readonly number[])[];
  readonly undelivered: readonly Delivery[];
  readonly tolerance: number;
  /** What would make stopping before the step no better for the party than going on; below zero where it is worse anyway. */
  need(step: number, party: number): number;
  /** What the party has given over what it has received after the step, 0 or more. Step -1 is the start. */
  exposure(step: number, party: number): number;
  /** The same where so many of an item were not received after all. */
  exposureWithout(step: number, party: number, deliveries: readonly Delivery[]): number;
  /** The least deposit with which all steps of the party are safe. */
  deposit(party: number): number;
  depositAgainstFalse(party: number): number;
}

/** Adds up a schedule; O(steps × readings). */
export function ledgerOf(exchange: Exchange, readings: Readings, steps: readonly ExchangeStep[]): Ledger {
  const { items, parties, counter } = exchange;
  const indexOf = new Map(items.map(({ id }, at) => [id, at]));
  const partyOf = new Map(parties.map(({ id }, at) => [id, at]));
  const paid = steps.reduce((sum, { pay }) => sum + pay, 0);
  const total = counter?.total ?? paid;
  const [payer, payee] = counter === null ? [-1, -1] : [partyOf.get(counter.giver) ?? -1, partyOf.get(counter.receiver) ?? -1];

  const delivered = new Float64Array(items.length);
  const giverOf = items.map(({ giver }) => partyOf.get(giver) ?? -1);
  const givers = steps.map(({ deliver, pay }) => {
    const found: number[] = pay > 0 && payer >= 0 ? [payer] : [];
    for (const { item, count } of deliver) {
      const at = indexOf.get(item) ?? -1;
      delivered[at] = (delivered[at] ?? 0) + count;
      const giver = giverOf[at] ?? -1;
      if (!found.includes(giver)) found.push(giver);
    }
    return found;
  });

  const accounts = readings.list.map((reading) => accountOf(reading, readings.scale, { exchange, steps, indexOf, total, payer, payee }));
  const own = parties.map((_, party) => accounts.filter((account) => account.reading.party === party));
  const most = (party: number, of: (account: Account) => number): number =>
    (own[party]?.reduce((greatest, account) => Math.max(greatest, of(account)), Number.NEGATIVE_INFINITY) ?? 0) / readings.scale;
  const needs = own.map((of) =>
    mostBySteps(
      of.map(({ need }) => need),
      readings.scale,
    ),
  );
  const exposures = own.map((of) =>
    mostBySteps(
      of.map(({ exposure }) => exposure),
      readings.scale,
    ),
  );
  const tolerance = Math.max(1e-9, readings.tolerance);
  const overZero = (amount: number): number => (amount > tolerance ? amount : 0);
  return {
    givers,
    undelivered: items.flatMap(({ id, count }, at) => {
      const rest = count - (delivered[at] ?? 0);
      return rest > 0 ? [{ item: id, count: rest }] : [];
    }),
    tolerance,
    need: (step, party) => needs[party]?.[step] ?? 0,
    exposure: (step, party) => (step < 0 ? 0 : overZero(exposures[party]?.[step] ?? 0)),
    exposureWithout: (step, party, deliveries) =>
      overZero(
        most(party, ({ exposure, reading }) => {
          const lost = deliveries.reduce((sum, { item, count }) => sum + count * (reading.value[indexOf.get(item) ?? -1] ?? 0), 0);
          return (exposure[step] ?? 0) + lost;
        }),
      ),
    deposit: (party) => overZero(most(party, ({ greatestNeed }) => greatestNeed)),
    depositAgainstFalse: (party) => overZero(most(party, ({ greatestFalseNeed }) => greatestFalseNeed)),
  };
}

/** At each step the greatest of the amounts that the readings give, in the unit of the amounts given. */
function mostBySteps([first, ...rest]: readonly Float64Array[], scale: number): Float64Array {
  const most = Float64Array.from(first ?? []);
  for (const amounts of rest)
    for (let step = 0; step < most.length; step += 1) most[step] = Math.max(most[step] as number, amounts[step] as number);
  for (let step = 0; step < most.length; step += 1) most[step] = (most[step] as number) / scale;
  return most;
}

interface Account {
  readonly reading: Reading;
  /** By step, before it; where the party pays and gives in one step, the greater of the two. */
  readonly need: Float64Array;
  /** By step, after it. */
  readonly exposure: Float64Array;
  readonly greatestNeed: number;
  readonly greatestFalseNeed: number;
}

interface Setting {
  readonly exchange: Exchange;
  readonly steps: readonly ExchangeStep[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly total: number;
  readonly payer: number;
  readonly payee: number;
}

function accountOf(reading: Reading, scale: number, { exchange, steps, indexOf, total, payer, payee }: Setting): Account {
  const { party, cost, value, breakOffCost } = reading;
  const payWeight = (party === payer ? scale : 0) - (party === payee ? scale : 0);
  // What stopping spares less what it forgoes: the costs still to bear less the worth still to come.
  let stopping =
    exchange.items.reduce((sum, { count }, at) => sum + count * ((cost[at] ?? 0) - (value[at] ?? 0)), total * payWeight) - breakOffCost;
  const start = stopping;
  const need = new Float64Array(steps.length);
  const exposure = new Float64Array(steps.length);
  let greatestNeed = 0;
  let greatestFalseNeed = 0;
  steps.forEach(({ deliver, pay }, at) => {
    const before = stopping;
    if (pay > 0 && party === payer) greatestNeed = Math.max(greatestNeed, stopping);
    stopping -= pay * payWeight;
    const afterPay = stopping;
    let gives = false;
    let falseGain = 0;
    for (const { item, count } of deliver) {
      const index = indexOf.get(item) ?? -1;
      const itemCost = cost[index] ?? 0;
      stopping -= count * (itemCost - (value[index] ?? 0));
      const about = exchange.items[index];
      if (about === undefined || about.giver !== exchange.parties[party]?.id) continue;
      gives = true;
      const detection = about.verification?.detection ?? 1;
      // Cheating saves the cost where it is not found out, and loses the rest where it is: F + D >= c (1 - p) / p.
      falseGain += (count * itemCost * (1 - detection)) / detection;
    }
    need[at] = party === payer && pay > 0 ? before : afterPay;
    exposure[at] = start - stopping;
    if (gives) {
      greatestNeed = Math.max(greatestNeed, afterPay);
      greatestFalseNeed = Math.max(greatestFalseNeed, afterPay + falseGain);
    }
  });
  return { reading, need, exposure, greatestNeed, greatestFalseNeed: Math.max(greatestNeed, greatestFalseNeed) };
}
