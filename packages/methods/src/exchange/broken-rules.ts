import { dayText } from './days.ts';
import type { Exchange, ExchangeStep } from './exchange.ts';
import type { StepDays } from './timeline.ts';
import { precedences } from './units.ts';

/** A step that does not keep what the exchange says of order and days. */
export interface BrokenRule {
  /** From 1. */
  readonly step: number;
  readonly rule: 'precedence' | 'verification' | 'earliest' | 'phase' | 'batch';
  readonly item: string;
  /** What is wrong, in words. */
  readonly text: string;
}

/** Every step that comes too early, too late, or without what should happen with it. */
export function brokenRules(exchange: Exchange, steps: readonly ExchangeStep[], days: readonly StepDays[]): BrokenRule[] {
  const left = new Map(exchange.items.map(({ id, count }) => [id, count]));
  const verified = new Map<string, number>();
  const before = Map.groupBy(precedences(exchange), ({ next }) => next);
  const earliest = new Map(exchange.items.map(({ id, earliestDay }) => [id, earliestDay ?? 0]));
  const phaseOf = new Map(exchange.phases.flatMap((phase) => phase.items.map((id) => [id, phase] as const)));
  const broken: BrokenRule[] = [];
  steps.forEach(({ deliver }, at) => {
    const { startDay = 0, endDay = 0, verifiedDay = 0 } = days[at] ?? {};
    const say = (rule: BrokenRule['rule'], item: string, text: string): void => void broken.push({ step: at + 1, rule, item, text });
    for (const { item } of deliver) {
      for (const { first, waits } of before.get(item) ?? []) {
        if ((left.get(first) ?? 0) > 0) say('precedence', item, `${item} comes before all of ${first} is delivered`);
        else if (waits && startDay < (verified.get(first) ?? 0))
          say(
            'verification',
            item,
            `${item} is given on ${dayText(startDay)}, and ${first} is verified only by ${dayText(verified.get(first) ?? 0)}`,
          );
      }
      const phase = phaseOf.get(item);
      const from = Math.max(earliest.get(item) ?? 0, phase?.fromDay ?? 0);
      if (startDay < from) say('earliest', item, `${item} is given on ${dayText(startDay)}, and cannot be before ${dayText(from)}`);
      if (phase?.toDay !== null && phase?.toDay !== undefined && endDay > phase.toDay)
        say('phase', item, `${item} is given on ${dayText(endDay)}, and phase ${phase.id} ends on ${dayText(phase.toDay)}`);
    }
    for (const { item, text } of brokenBatches(exchange, deliver)) say('batch', item, text);
    for (const { item, count } of deliver) {
      left.set(item, (left.get(item) ?? 0) - count);
      verified.set(item, Math.max(verified.get(item) ?? 0, verifiedDay));
    }
  });
  return broken;
}

/** Items that are wholly in one batch happen in its proportions; what is partly outside may happen by itself. */
function brokenBatches({ items, batches }: Exchange, deliver: ExchangeStep['deliver']): { item: string; text: string }[] {
  if (batches.length === 0) return [];
  const here = new Map(deliver.map(({ item, count }) => [item, count]));
  return batches.flatMap(({ items: within, times }) => {
    const whole = Object.entries(within).filter(([id, count]) => items.find((item) => item.id === id)?.count === count * times);
    const rounds = whole.map(([id, count]) => (here.get(id) ?? 0) / count);
    const most = Math.max(0, ...rounds);
    const lacking = whole.find((_, at) => rounds[at] !== most);
    return most === 0 || lacking === undefined
      ? []
      : [{ item: lacking[0], text: `${lacking[0]} is not given at once with the rest of its batch` }];
  });
}
