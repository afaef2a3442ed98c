/**
 * Is a schedule safe? A step by X is, when what X has still to receive, at its own worth, less what it has still to
 * give, at its own cost, together with its deposit and with what breaking off costs it, is not below zero before the
 * step: F_X(S) + D_X >= 0.
 *
 * Sandholm and Lesser (1995), "Equilibrium analysis of the possibilities of unenforced exchange in multiagent
 * systems"; Sandholm and Ferrandon (2000), "Safe exchange planner"; Matsubara and Yokoo (2002), "Defection-free
 * exchange mechanisms"; for more than two parties Ketchpel and Garcia-Molina (1996), "Making trust explicit in
 * distributed commerce transactions". Nothing of the planners is used here: they are checked by this.
 */
import { brokenRules } from './broken-rules.ts';
import type { CheckedStep, ExchangeCheck, Exposure, UnsafeStep } from './check-result.ts';
import type { Exchange, ExchangeStep } from './exchange.ts';
import { ledgerOf } from './ledger.ts';
import { withPayments } from './payments.ts';
import { GUARDED, type Pick, readingsOf } from './readings.ts';
import { timelineOf } from './timeline.ts';
import { whatIfs } from './what-if.ts';

export interface CheckOptions {
  /** How ranges are read; own costs high and received values low where left out. */
  readonly pick?: Pick;
  /** By party id: deposits instead of those that the guarantor holds. */
  readonly deposits?: Readonly<Record<string, number>>;
}

/**
 * Checks a schedule: where it first becomes unsafe, for whom and by how much; what each side is exposed to, when.
 * Steps without a day get the first on which they can happen. O(steps × parties).
 */
export function checkSchedule(exchange: Exchange, schedule: readonly ExchangeStep[], options: CheckOptions = {}): ExchangeCheck {
  const readings = readingsOf(exchange, options.pick ?? GUARDED);
  const held = options.deposits ?? exchange.guarantor?.deposits ?? {};
  const deposits = exchange.parties.map(({ id }) => (Object.hasOwn(held, id) ? (held[id] ?? 0) : 0));
  const steps = withPayments(exchange, schedule);
  const days = timelineOf(exchange, steps);
  const ledger = ledgerOf(exchange, readings, steps);
  const checked = steps.map((step, at): CheckedStep => {
    const when = days[at];
    return {
      number: at + 1,
      startDay: when?.startDay ?? 0,
      endDay: when?.endDay ?? 0,
      verifiedDay: when?.verifiedDay ?? 0,
      deliver: step.deliver,
      pay: step.pay,
      givers: ledger.givers[at] ?? [],
      margin: deposits.map((deposit, party) => clean(deposit - ledger.need(at, party))),
      exposure: deposits.map((_, party) => ledger.exposure(at, party)),
    };
  });
  const least = exchange.parties.map((_, party) => ledger.deposit(party));
  const broken = brokenRules(exchange, steps, days);
  const firstUnsafe = firstUnsafeOf(exchange, checked, ledger.tolerance);
  const delivered = ledger.undelivered;
  const named = <T>(of: (party: number) => T): Record<string, T> =>
    Object.fromEntries(exchange.parties.map(({ id }, party) => [id, of(party)]));
  return {
    safe: firstUnsafe === null && broken.length === 0 && delivered.length === 0,
    firstUnsafe,
    delta: exchange.counter === null ? Math.max(0, ...least) : least.reduce((sum, one) => sum + one, 0),
    deposits: named((party) => least[party] ?? 0),
    depositsAgainstFalseDelivery: named((party) => ledger.depositAgainstFalse(party)),
    steps: checked,
    exposure: named((party) => exposureOf(checked, party)),
    broken,
    undelivered: delivered,
    whatIf: whatIfs(exchange, checked, ledger),
    durationDays: checked.reduce((last, { verifiedDay }) => Math.max(last, verifiedDay), 0),
    note: {
      method: 'check',
      definition: 'A step by X is safe when F_X(S) + D_X >= 0, where S is what is delivered before the step.',
      source: 'Sandholm and Lesser (1995); Sandholm and Ferrandon (2000); Ketchpel and Garcia-Molina (1996)',
      parameters: {},
      kind: 'exact',
      complete: true,
      steps: steps.length,
    },
  };
}

function firstUnsafeOf(exchange: Exchange, steps: readonly CheckedStep[], tolerance: number): UnsafeStep | null {
  for (const { number, startDay, givers, margin, deliver } of steps) {
    let worst = -1;
    for (const party of givers)
      if ((margin[party] ?? 0) < -tolerance && (worst < 0 || (margin[party] ?? 0) < (margin[worst] ?? 0))) worst = party;
    if (worst >= 0)
      return { step: number, day: startDay, party: exchange.parties[worst]?.id ?? '', shortBy: -(margin[worst] ?? 0), deliver };
  }
  return null;
}

function exposureOf(steps: readonly CheckedStep[], party: number): Exposure {
  let greatest = 0;
  let atStep = 0;
  let exposureDays = 0;
  steps.forEach(({ exposure, number, endDay }, at) => {
    const here = exposure[party] ?? 0;
    if (here > greatest) [greatest, atStep] = [here, number];
    exposureDays += here * Math.max(0, (steps[at + 1]?.endDay ?? endDay) - endDay);
  });
  return { greatest, atStep, exposureDays };
}

/** No rounding error of the last digits, and no minus zero. */
function clean(amount: number): number {
  const rounded = Math.round(amount * 1e9) / 1e9;
  return rounded === 0 ? 0 : rounded;
}
