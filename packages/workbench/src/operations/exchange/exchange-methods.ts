import {
  type CheckOptions,
  checkSchedule,
  type ExchangeCheck,
  type ExchangePlan,
  planExchange,
  type RemedyResult,
  type RobustResult,
  remedy,
  robust,
} from '@parley/methods';
import type { Body, CaseRecord, Day, Id, Sha256, Version } from '@parley/model';
import { narrowest } from '../narrowest.ts';
import { exchangeInput, scheduleOf, schedulesOf, stepsOf, weighedInput } from './exchange-input.ts';
import { type ExchangeLedger, exchangeLedger } from './exchange-ledger.ts';

/** A result, with what of the record it was made from: by the hashes it can be told whether that still stands. */
export interface ExchangeResult<R> {
  readonly result: R;
  readonly used: readonly { readonly kind: string; readonly id: Id; readonly hash: Sha256 }[];
  /** The narrowest compartments of what was used. The result starts there, and is shown to nobody else until released. */
  readonly compartments: readonly Id[];
}

/** An exchange as the methods take it, whether weighed or not, and its schedules. */
export function viewOf(record: CaseRecord, exchangeId: Id) {
  const { exchange, unweighed, used } = exchangeInput(record, exchangeId);
  const { result, ...from } = resultOf(record, used, exchange);
  const schedules = schedulesOf(record, exchangeId).map(({ id, body, entry }) => ({ id, compartment: entry.compartment, schedule: body }));
  return { exchange: result, unweighed, schedules, ...from };
}

/** Where a schedule of the case first becomes unsafe, and what each side is exposed to when. */
export function checkOf(record: CaseRecord, exchangeId: Id, scheduleId: Id, options: CheckOptions = {}): ExchangeResult<ExchangeCheck> {
  const { exchange, used } = weighedInput(record, exchangeId);
  const schedule = scheduleOf(record, exchangeId, scheduleId);
  return resultOf(record, [...used, schedule], checkSchedule(exchange, stepsOf(exchange, schedule.body), options));
}

/** Schedules of one exchange, each checked with the same weighings. */
export function compareOf(
  record: CaseRecord,
  exchangeId: Id,
  scheduleIds: readonly Id[],
): ExchangeResult<readonly { readonly scheduleId: Id; readonly check: ExchangeCheck }[]> {
  const { exchange, used } = weighedInput(record, exchangeId);
  const schedules = scheduleIds.map((id) => scheduleOf(record, exchangeId, id));
  const checked = schedules.map(({ id, body }) => ({ scheduleId: id, check: checkSchedule(exchange, stepsOf(exchange, body)) }));
  return resultOf(record, [...used, ...schedules], checked);
}

/** What really happened, with what it was made from. */
interface LedgerOfCase extends Omit<ExchangeResult<never>, 'result'>, Omit<ExchangeLedger, 'deliveries'> {
  readonly deliveries: readonly { readonly id: Id; readonly compartment: Id; readonly delivery: Body<'delivery'> }[];
}

/** What really happened up to a day, beside a schedule. */
export function ledgerOf(record: CaseRecord, exchangeId: Id, scheduleId: Id, heldOn: Day): LedgerOfCase {
  const schedule = scheduleOf(record, exchangeId, scheduleId);
  const { lines, beyond, deliveries } = exchangeLedger(record, schedule.body, heldOn);
  const { result, ...from } = resultOf(record, [schedule, ...deliveries], lines);
  const told = deliveries.map(({ id, body, entry }) => ({ id, compartment: entry.compartment, delivery: body }));
  return { lines: result, beyond, deliveries: told, ...from };
}

/** The order with the smallest guarantee, within a time. */
export function planOf(record: CaseRecord, exchangeId: Id, { budgetMs }: { budgetMs: number }): ExchangeResult<ExchangePlan> {
  const { exchange, used } = weighedInput(record, exchangeId);
  return resultOf(record, used, planExchange(exchange, { maxStates: PLANNED_STATES, shouldStop: within(budgetMs) }));
}

/** What holds of a schedule for all values that fit what was weighed, and for which share of those drawn. */
export function robustOf(record: CaseRecord, exchangeId: Id, scheduleId: Id, { seed }: { seed: number }): ExchangeResult<RobustResult> {
  const { exchange, used } = weighedInput(record, exchangeId);
  const schedule = scheduleOf(record, exchangeId, scheduleId);
  const options = { schedule: stepsOf(exchange, schedule.body), seed, maxStates: PLANNED_STATES, shouldStop: within(FOUND_WITHIN_MS) };
  return resultOf(record, [...used, schedule], robust(exchange, options));
}

/** What would make a schedule safe, the least costly first. */
export function remedyOf(record: CaseRecord, exchangeId: Id, scheduleId: Id): ExchangeResult<RemedyResult> {
  const { exchange, used } = weighedInput(record, exchangeId);
  const schedule = scheduleOf(record, exchangeId, scheduleId);
  const found = remedy(exchange, stepsOf(exchange, schedule.body), { shouldStop: within(FOUND_WITHIN_MS) });
  return resultOf(record, [...used, schedule], found);
}

const FOUND_WITHIN_MS = 5000;

function within(budgetMs: number): () => boolean {
  const end = Date.now() + budgetMs;
  return () => Date.now() > end;
}

/** The lattice that the server fills while others wait: a second at most. The command without a case goes further. */
const PLANNED_STATES = 2 ** 22;

/** One result on what was used of the record. */
function resultOf<R>(record: CaseRecord, used: readonly Version[], result: R): ExchangeResult<R> {
  return {
    result,
    used: used.map(({ id, entry }) => ({ kind: entry.subject.kind, id, hash: entry.hash })),
    compartments: narrowest(
      record,
      used.map(({ entry }) => entry.compartment),
    ),
  };
}
