import {
  type CheckedStep,
  dayText,
  type Exchange,
  type ExchangeCheck,
  type ExchangePlan,
  type RemedyResult,
  type RobustResult,
} from '@parley/methods';
import { amountText, deliveryText } from '../operations/exchange/exchange-results.ts';
import { cutText, padText, plainText, stringWidth } from './terminal/string-width.ts';
import { styled } from './terminal/style.ts';
import { counted } from './words.ts';

interface Drawing {
  readonly width: number;
  readonly colour: boolean;
}

/** Steps that are shown; of a longer schedule the first and the last. */
const MOST_STEPS = 60;

/** A plan in lines: the guarantee needed, the steps, what each side is exposed to. */
export function planLines(exchange: Exchange, plan: ExchangePlan, drawing: Drawing): string[] {
  const { check } = plan;
  return [
    styled(plainText(exchange.title ?? exchange.parties.map(({ name }) => name).join(' and ')), 'firm', drawing.colour),
    `Guarantee needed: ${guaranteeText(exchange, plan.delta)}${howSure(plan)}`,
    ...depositLines(exchange, check),
    '',
    ...stepLines(exchange, check, drawing),
    '',
    ...exposureLines(exchange, check),
    LAST_TRANCHE,
  ];
}

/** A check in lines, the first saying whether and where it is unsafe. */
export function checkLines(exchange: Exchange, check: ExchangeCheck, drawing: Drawing): string[] {
  const lines = [styled(verdict(exchange, check), check.safe ? 'firm' : 'conflict', drawing.colour)];
  for (const { step, text } of check.broken) lines.push(`Step ${step}: ${plainText(text)}`);
  if (check.undelivered.length > 0) lines.push(`Never delivered: ${plainText(deliveryText(exchange, check.undelivered))}`);
  lines.push(`Guarantee needed: ${guaranteeText(exchange, check.delta)}`, ...depositLines(exchange, check), '');
  lines.push(...stepLines(exchange, check, drawing), '', ...exposureLines(exchange, check), ...whatIfLines(exchange, check), LAST_TRANCHE);
  return lines;
}

const LAST_TRANCHE = 'The last tranche is never self-enforcing: whoever gives it has nothing more to receive.';

/** What holds for all values that fit, and for which share of those drawn; nothing where all amounts are numbers. */
export function robustLines(robust: Omit<RobustResult, 'schedule'> | null): string[] {
  if (robust === null) return [];
  const { safeForAll, safeShare, samples, sampledDelta } = robust;
  const share = `for ${(safeShare * 100).toFixed(1)} % of ${amountText(samples)} values drawn (a share, not a chance)`;
  const spread = `guarantee needed over these: ${amountText(sampledDelta.least)} to ${amountText(sampledDelta.greatest)}, middle ${amountText(sampledDelta.median)}`;
  return [`Safe for all values that fit: ${safeForAll ? 'yes' : 'no'}; safe ${share}; ${spread}`];
}

/** What would make a schedule safe, the least costly first. */
export function remedyLines(exchange: Exchange, { remedies, lastTranche }: RemedyResult): string[] {
  const lines = remedies.map(({ text, delta, held, cost }) => {
    const rest = delta === 0 ? 'then no guarantee is needed' : `guarantee needed ${amountText(delta)}`;
    return `  ${plainText(text)}: ${rest}; held at most ${amountText(held)}${cost > 0 ? `, fee ${amountText(cost)}` : ''}`;
  });
  const party = exchange.parties.find(({ id }) => id === lastTranche?.party)?.name;
  const last =
    lastTranche === null
      ? []
      : [
          `The last, step ${lastTranche.step}, needs ${weight(exchange, lastTranche.party, lastTranche.deposit)} from ${plainText(party ?? '')}.`,
        ];
  return [...(lines.length === 0 ? [] : ['What would help, the least costly first:', ...lines]), ...last];
}

/** The verdict of a check in one sentence. */
function verdict(exchange: Exchange, check: ExchangeCheck): string {
  const { firstUnsafe } = check;
  if (firstUnsafe !== null) {
    const party = exchange.parties.find(({ id }) => id === firstUnsafe.party)?.name ?? firstUnsafe.party;
    const what = deliveryText(exchange, firstUnsafe.deliver) || 'the payment';
    return plainText(
      `Unsafe from step ${firstUnsafe.step} (${dayText(firstUnsafe.day)}, ${what}): ${party} does better to stop, by ${weight(exchange, firstUnsafe.party, firstUnsafe.shortBy)}`,
    );
  }
  if (check.broken.length > 0)
    return `${counted(check.broken.length, 'rule')} of the exchange not kept; no step at which a side does better to stop`;
  if (check.undelivered.length > 0) return 'No step at which a side does better to stop, but not everything is delivered';
  return 'Safe: at no step does a side do better to stop';
}

function howSure(plan: ExchangePlan): string {
  if (!plan.exact)
    return plan.method === 'barter' ? ` (the best found; no order needs less than ${amountText(plan.lowerBound)})` : ' (the best found)';
  if (plan.method === 'divisible' || plan.optimalOrders === null) return ' (no order needs less)';
  const orders = plan.optimalOrders <= Number.MAX_SAFE_INTEGER ? amountText(plan.optimalOrders) : plan.optimalOrders.toPrecision(3);
  return ` (no order needs less; ${orders} ${plan.optimalOrders === 1 ? 'order needs' : 'orders need'} no more)`;
}

function guaranteeText(exchange: Exchange, delta: number): string {
  if (delta === 0) return 'none';
  if (exchange.counter !== null) return `${amountText(delta)} in all`;
  const isRanked = exchange.parties.some(({ id }) => isRankedParty(exchange, id));
  return isRanked
    ? `${amountText(delta)} times a side's weightiest tranche, of each side at most`
    : `${amountText(delta)} of each side at most`;
}

function depositLines(exchange: Exchange, { deposits }: ExchangeCheck): string[] {
  const needed = exchange.parties.filter(({ id }) => (deposits[id] ?? 0) > 0);
  return needed.map(({ id, name }) => `  from ${plainText(name)}: ${weight(exchange, id, deposits[id] ?? 0)}`);
}

function weight(exchange: Exchange, party: string, amount: number): string {
  return isRankedParty(exchange, party) ? `${amountText(amount)} × its weightiest tranche` : amountText(amount);
}

function isRankedParty({ items }: Exchange, party: string): boolean {
  return items.some((item) => (item.giver === party && 'rank' in item.cost) || (item.receiver === party && 'rank' in item.value));
}

/** A row a step; identical steps that follow each other on one day are drawn as one. */
function stepLines(exchange: Exchange, check: ExchangeCheck, { width, colour }: Drawing): string[] {
  const rows = merged(check.steps);
  const shown = rows.length > MOST_STEPS ? [...rows.slice(0, MOST_STEPS - 10), null, ...rows.slice(-10)] : rows;
  const head = ['Step', 'Day', 'Gives', 'What', ...exchange.parties.map(({ name }) => `${plainText(name)} exposed`)];
  const cells = shown.map((row) => (row === null ? ['…'] : rowCells(exchange, row)));
  const widths = head.map((title, column) => Math.max(stringWidth(title), ...cells.map((row) => stringWidth(row[column] ?? ''))));
  const spare = width - widths.reduce((sum, one) => sum + one + 2, -2);
  if (spare < 0) widths[3] = Math.max(12, (widths[3] ?? 0) + spare);
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => padText(cutText(text, widths[column] ?? 0), widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [styled(line(head), 'quiet', colour), ...cells.map(line)];
}

interface Row {
  readonly first: CheckedStep;
  readonly last: CheckedStep;
  readonly times: number;
}

function merged(steps: readonly CheckedStep[]): Row[] {
  const rows: Row[] = [];
  for (const step of steps) {
    const row = rows.at(-1);
    const isSame =
      row !== undefined &&
      row.first.startDay === step.startDay &&
      JSON.stringify(row.first.deliver) === JSON.stringify(step.deliver) &&
      step.pay + row.first.pay === 0;
    if (isSame) rows[rows.length - 1] = { ...row, last: step, times: row.times + 1 };
    else rows.push({ first: step, last: step, times: 1 });
  }
  return rows;
}

function rowCells(exchange: Exchange, { first, last, times }: Row): string[] {
  const what = first.deliver.map(({ item, count }) => ({ item, count: count * times }));
  return [
    times === 1 ? String(first.number) : `${first.number}–${last.number}`,
    last.endDay === first.startDay ? dayText(first.startDay) : `${dayText(first.startDay)}–${last.endDay}`,
    plainText(first.givers.map((giver) => exchange.parties[giver]?.name ?? '').join(' + ')),
    plainText(deliveryText(exchange, what, first.pay)),
    ...last.exposure.map((amount) => amountText(amount)),
  ];
}

function exposureLines(exchange: Exchange, { exposure }: ExchangeCheck): string[] {
  return exchange.parties.map(({ id, name }) => {
    const { greatest = 0, atStep = 0, exposureDays = 0 } = exposure[id] ?? {};
    if (greatest === 0) return `${plainText(name)} is never exposed: it has never given more than it has received`;
    return `${plainText(name)} is most exposed after step ${atStep}: ${weight(exchange, id, greatest)}; exposure-days ${amountText(exposureDays)}`;
  });
}

function whatIfLines(exchange: Exchange, { whatIf }: ExchangeCheck): string[] {
  return exchange.parties.flatMap(({ id, name }) => {
    const { slippedDay, failedVerification, withheldTranche } = whatIf[id] ?? {};
    const lines: string[] = [];
    if (withheldTranche)
      lines.push(`  if step ${withheldTranche.step} is withheld, it is exposed to ${amountText(withheldTranche.exposure)}`);
    if (failedVerification)
      lines.push(
        `  if step ${failedVerification.step} fails its verification on ${dayText(failedVerification.foundOutDay)}, to ${amountText(failedVerification.exposure)}`,
      );
    if (slippedDay) lines.push(`  if step ${slippedDay.step} slips by a day, exposure-days rise by ${amountText(slippedDay.exposureDays)}`);
    return lines.length === 0 ? [] : [`${plainText(name)}:`, ...lines];
  });
}
