/**
 * What would make a schedule safe: a deposit with a guarantor, another order, smaller tranches, an escrow at a step, or
 * a further phase at stake. Each is tried by itself, and checked.
 */
import type { Limits, MethodNote } from '../method-note.ts';
import { checkSchedule } from './check.ts';
import type { ExchangeCheck } from './check-result.ts';
import type { Exchange, ExchangeStep } from './exchange.ts';
import { planExchange } from './plan-exchange.ts';
import { atOnce, costIn, roundsOf, splitRounds } from './reshape.ts';

export type RemedyKind = 'reorder' | 'split' | 'escrow' | 'deposit' | 'furtherPhase';

export interface Remedy {
  readonly kind: RemedyKind;
  /** What to do, in words. */
  readonly text: string;
  /** The guarantee that is still needed with it. */
  readonly delta: number;
  /** By party id: the deposits that are still needed; for a further phase, what must be at stake in it. */
  readonly deposits: Readonly<Record<string, number>>;
  /** What is held at most: deposits, what lies in escrow, or what is at stake. */
  readonly held: number;
  /** The guarantor's fee on what it holds. */
  readonly cost: number;
  /** The schedule as changed; null where it stays as it is. */
  readonly schedule: readonly ExchangeStep[] | null;
}

export interface RemedyResult {
  readonly method: 'remedy';
  /** The guarantee that the schedule needs as it is. */
  readonly delta: number;
  /** What helps, the least costly first; empty where nothing is needed. */
  readonly remedies: readonly Remedy[];
  /** Who gives the last tranche, and what that needs: it is never self-enforcing. Null where it costs nothing. */
  readonly lastTranche: { readonly step: number; readonly party: string; readonly deposit: number } | null;
  readonly note: MethodNote;
}

const KINDS: readonly RemedyKind[] = ['reorder', 'split', 'escrow', 'deposit', 'furtherPhase'];

/** The remedies of a schedule, the least costly first: by fee, then by what is held. */
export function remedy(exchange: Exchange, schedule: readonly ExchangeStep[], limits: Limits = {}): RemedyResult {
  const bare = checkSchedule(exchange, schedule, { deposits: {} });
  const remedies =
    bare.delta === 0
      ? []
      : [
          ...reorder(exchange, bare, limits),
          ...split(exchange, bare, schedule),
          ...escrow(exchange, bare, schedule, limits),
          ...stakes(exchange, bare),
        ];
  remedies.sort((a, b) => a.cost - b.cost || a.held - b.held || a.delta - b.delta || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  return {
    method: 'remedy',
    delta: bare.delta,
    remedies,
    lastTranche: lastTranche(exchange, bare),
    note: {
      method: 'remedy',
      definition: 'The least costly change of those tried, each by itself, with which every step of the schedule is safe.',
      source: 'Deposits and escrow: Sandholm and Ferrandon (2000), Matsubara and Yokoo (2002); tranches and a further phase: this project',
      parameters: { feeShare: exchange.guarantor?.feeShare ?? 0 },
      kind: 'bound',
      complete: limits.shouldStop?.() !== true,
      steps: schedule.length,
    },
  };
}

function reorder(exchange: Exchange, { delta }: ExchangeCheck, limits: Limits): Remedy[] {
  const plan = planExchange(exchange, { ...limits, count: false, maxLabels: 0, maxStates: 2 ** 22 });
  if (plan.delta >= delta) return [];
  return [changed(exchange, 'reorder', 'deliver in another order', plan.schedule)];
}

function split(exchange: Exchange, { delta }: ExchangeCheck, schedule: readonly ExchangeStep[]): Remedy[] {
  const found: Remedy[] = [];
  for (const parts of [2, 4, Number.POSITIVE_INFINITY]) {
    const finer = splitRounds(exchange, schedule, parts);
    if (finer === null) break;
    const text = Number.isFinite(parts) ? `give each tranche in ${parts} parts, in turns` : 'give piece by piece, in turns';
    const one = changed(exchange, 'split', text, finer);
    const least = Math.min(delta, ...found.map((other) => other.delta));
    if (one.delta < least && isAllowed(exchange, finer)) found.push(one);
  }
  return found;
}

/** Steps at which an escrow is tried, so that a long schedule does not take long. */
const MOST_TRIED = 200;

function escrow(
  exchange: Exchange,
  { delta, steps }: ExchangeCheck,
  schedule: readonly ExchangeStep[],
  { shouldStop = () => false }: Limits,
): Remedy[] {
  const put = (groups: readonly (readonly number[])[], text: string): Remedy | null => {
    const merged = atOnce(schedule, groups);
    if (!isAllowed(exchange, merged)) return null;
    const inEscrow = Math.max(
      ...groups.map((group) =>
        costIn(
          exchange,
          group.flatMap((at) => schedule[at]?.deliver ?? []),
        ),
      ),
    );
    return changed(exchange, 'escrow', text, merged, inEscrow);
  };
  const unsafe = steps.map(({ margin, givers }, at) => ({ at, margin: Math.min(...givers.map((giver) => margin[giver] ?? 0)) }));
  const worst = unsafe.filter(({ margin }) => margin < 0).sort((a, b) => a.margin - b.margin);
  let best: Remedy | null = null;
  for (const { at } of worst.slice(0, MOST_TRIED))
    for (const first of [at - 1, at]) {
      if (shouldStop() || first < 0 || first + 1 >= schedule.length) continue;
      const one = put([[first, first + 1]], `put steps ${first + 1} and ${first + 2} into escrow, and release both at once`);
      if (one !== null && one.delta < delta && (best === null || isCheaper(one, best))) best = one;
    }
  const all = put(roundsOf(schedule), 'put each round into escrow, and release it at once');
  return [...(best === null ? [] : [best]), ...(all !== null && all.delta < (best?.delta ?? delta) ? [all] : [])];
}

function isCheaper(one: Remedy, other: Remedy): boolean {
  return one.cost < other.cost || (one.cost === other.cost && one.held < other.held);
}

/** The schedule as it is, held together by a deposit or by what would be lost in a further phase. */
function stakes(exchange: Exchange, { delta, deposits }: ExchangeCheck): Remedy[] {
  const held = Object.values(deposits).reduce((sum, one) => sum + one, 0);
  const guarantor = exchange.guarantor?.name ?? 'a guarantor';
  return [
    { kind: 'deposit', text: `a deposit with ${guarantor}`, delta, deposits, held, cost: held * feeShare(exchange), schedule: null },
    {
      kind: 'furtherPhase',
      text: 'a further phase in which each side has as much to lose; its own last tranche is not self-enforcing either',
      delta,
      deposits,
      held,
      cost: 0,
      schedule: null,
    },
  ];
}

function changed(exchange: Exchange, kind: RemedyKind, text: string, schedule: readonly ExchangeStep[], inEscrow = 0): Remedy {
  const { delta, deposits } = checkSchedule(exchange, schedule, { deposits: {} });
  const held = Object.values(deposits).reduce((sum, one) => sum + one, inEscrow);
  return { kind, text, delta, deposits, held, cost: held * feeShare(exchange), schedule };
}

function isAllowed(exchange: Exchange, schedule: readonly ExchangeStep[]): boolean {
  return checkSchedule(exchange, schedule).broken.length === 0;
}

function feeShare({ guarantor }: Exchange): number {
  return guarantor?.feeShare ?? 0;
}

function lastTranche(exchange: Exchange, { steps }: ExchangeCheck): RemedyResult['lastTranche'] {
  const last = steps.at(-1);
  if (last === undefined) return null;
  const deposit = (giver: number): number => -(last.margin[giver] ?? 0);
  const [giver] = [...last.givers].sort((a, b) => deposit(b) - deposit(a));
  if (giver === undefined || deposit(giver) <= 0) return null;
  return { step: last.number, party: exchange.parties[giver]?.id ?? '', deposit: deposit(giver) };
}
