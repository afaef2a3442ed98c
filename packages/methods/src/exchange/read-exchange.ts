import { UserError } from '@parley/model';
import { checkExchange } from './check-exchange.ts';
import { dayOf } from './days.ts';
import type {
  Batch,
  CounterItem,
  Exchange,
  ExchangeGuarantor,
  ExchangeItem,
  ExchangeParty,
  ExchangePhase,
  ExchangeStep,
  Precedence,
} from './exchange.ts';
import { type Fields, fieldsOf, idOf, listOf, numberOf, textOf } from './fields.ts';
import { readItems } from './read-items.ts';

/** An exchange, and the schedule that came with it. */
export interface ExchangeFile {
  readonly exchange: Exchange;
  /** The `schedule` or `order` of the file; null where it has none. */
  readonly schedule: readonly ExchangeStep[] | null;
}

/**
 * Reads an exchange from JSON, in one of three forms:
 *
 * - `{ "items": [{ "id", "cost", "value" }] }`: one side's items for a divisible counter-item;
 * - `{ "A": { "a0": { "cost", "value" } }, "B": {…}, "before": [["a2", "b2"]] }`: a barter of two sides;
 * - `{ "parties": […], "items": [{ "id", "giver", "receiver", "count", "cost", "value", … }], … }`: anything else.
 *
 * docs/exchange.md lists every field. Throws a UserError, with the value at fault, for what cannot be an exchange:
 * precedence in a circle, a count that is not 1 or more, an item that nobody wants, batches that overlap, an amount
 * that is no number.
 */
export function readExchange(json: unknown): ExchangeFile {
  const file = fieldsOf(json, 'the exchange');
  const parties = partiesOf(file);
  const { items, batches: generated } = readItems(file, parties);
  const exchange: Exchange = {
    title: textOf(file.title, 'title'),
    parties,
    items,
    before: listOf(file.before, 'before').map(precedenceOf),
    batches: [...listOf(file.batches, 'batches').map((batch, at) => batchOf(batch, at, items)), ...generated],
    phases: listOf(file.phases, 'phases').map(phaseOf),
    guarantor: file.guarantor === undefined || file.guarantor === null ? null : guarantorOf(file.guarantor),
    counter: counterOf(file, parties),
    source: textOf(file.source, 'source'),
  };
  checkExchange(exchange);
  const steps = file.schedule ?? file.order;
  return { exchange, schedule: steps === undefined || steps === null ? null : readSchedule(steps, exchange) };
}

/**
 * Reads a schedule of an exchange: a list of item ids, or of steps
 * `{ "day": "D+7", "deliver": { "a": 3 }, "pay": 2 }`; an id alone is one tranche of the item.
 * Throws a UserError for an item that is not in the exchange, for more of one than there are, and for days that go back.
 */
export function readSchedule(json: unknown, exchange: Exchange): ExchangeStep[] {
  const byId = new Map(exchange.items.map((item) => [item.id, item]));
  const left = new Map(exchange.items.map(({ id, count }) => [id, count]));
  let lastDay = 0;
  return listOf(json, 'the schedule').map((entry, at) => {
    const what = `step ${at + 1}`;
    const step = readStep(entry, what, byId, left);
    for (const { item, count } of step.deliver) {
      const rest = left.get(item);
      if (rest === undefined)
        throw new UserError(`${what} delivers "${item}", which is not an item of the exchange`, {
          cure: `name one of ${[...byId.keys()].slice(0, 12).join(', ')}`,
        });
      if (count > rest)
        throw new UserError(`${what} delivers ${count} of "${item}", of which ${rest} are left`, {
          cure: 'give each item as often as its count',
        });
      left.set(item, rest - count);
    }
    if (step.day !== null && step.day < lastDay)
      throw new UserError(`${what} is on D+${step.day}, before the step ahead of it on D+${lastDay}`, {
        cure: 'put the steps in the order in which they happen',
      });
    lastDay = step.day ?? lastDay;
    if (step.pay > 0 && exchange.counter === null)
      throw new UserError(`${what} pays ${step.pay}, but the exchange has no divisible counter-item`, {
        cure: 'add "counter", or make the payment an item',
      });
    return step;
  });
}

function readStep(entry: unknown, what: string, items: ReadonlyMap<string, ExchangeItem>, left: ReadonlyMap<string, number>): ExchangeStep {
  const one = (id: string) => ({ item: id, count: Math.max(1, Math.min(items.get(id)?.tranche ?? 1, left.get(id) ?? 1)) });
  if (typeof entry === 'string' || typeof entry === 'number') return { day: null, deliver: [one(String(entry))], pay: 0 };
  if (Array.isArray(entry)) return { day: null, deliver: entry.map((id) => one(idOf(id, what))), pay: 0 };
  const fields = fieldsOf(entry, what);
  const given = fields.deliver ?? fields.items ?? {};
  const deliver = Array.isArray(given)
    ? given.map((each) => {
        if (typeof each !== 'object' || each === null) return one(idOf(each, what));
        const delivery = fieldsOf(each, what);
        return { item: idOf(delivery.item, `${what}: item`), count: countOf(delivery.count ?? 1, `${what}: count`) };
      })
    : Object.entries(fieldsOf(given, what)).map(([item, count]) => ({ item, count: countOf(count, `${what}: count of "${item}"`) }));
  const pay = fields.pay === undefined ? 0 : numberOf(fields.pay, `${what}: pay`, { least: 0 });
  if (deliver.length === 0 && pay === 0)
    throw new UserError(`${what} delivers nothing`, { cure: 'name what it delivers: { "deliver": { "a0": 1 } }' });
  return { day: fields.day === undefined || fields.day === null ? null : dayOf(fields.day, `${what}: day`), deliver, pay };
}

function partiesOf(file: Fields): ExchangeParty[] {
  const costs = file.breakOff === undefined ? {} : fieldsOf(file.breakOff, 'breakOff');
  const parties = partyNames(file).map((party): ExchangeParty => {
    const fields: Fields = typeof party === 'object' && party !== null ? fieldsOf(party, 'a party') : { id: party };
    const id = idOf(fields.id, 'the id of a party');
    const breakOffCost = numberOf(fields.breakOffCost ?? (Object.hasOwn(costs, id) ? costs[id] : undefined) ?? 0, `breakOffCost of ${id}`, {
      least: 0,
    });
    return { id, name: textOf(fields.name, `the name of ${id}`) ?? id, breakOffCost };
  });
  for (const id of Object.keys(costs))
    if (!parties.some((party) => party.id === id))
      throw new UserError(`breakOff names "${id}", which is not a party`, {
        cure: `name one of ${parties.map((party) => party.id).join(', ')}`,
      });
  return parties;
}

/** The parties as listed, else those of the form, else every giver and receiver in the order they are named. */
function partyNames(file: Fields): readonly unknown[] {
  if (file.parties !== undefined) return listOf(file.parties, 'parties');
  if (file.A !== undefined || file.B !== undefined) return ['A', 'B'];
  const named = listOf(file.items, 'items').flatMap((item) => {
    const { giver, receiver } = fieldsOf(item, 'an item');
    return [giver, receiver].filter((id) => typeof id === 'string');
  });
  return named.length === 0 ? ['supplier', 'demander'] : [...new Set(named)];
}

function precedenceOf(value: unknown, at: number): Precedence {
  const what = `before, entry ${at + 1}`;
  if (Array.isArray(value) && value.length === 2) return { first: idOf(value[0], what), next: idOf(value[1], what), after: 'delivery' };
  const fields = fieldsOf(value, what);
  return {
    first: idOf(fields.first, `${what}: first`),
    next: idOf(fields.next, `${what}: next`),
    after: afterOf(fields.after, what) ?? 'delivery',
  };
}

function batchOf(value: unknown, at: number, items: readonly ExchangeItem[]): Batch {
  const what = `batch ${at + 1}`;
  const whole = new Map(items.map(({ id, count }) => [id, count]));
  const fields: Fields = Array.isArray(value) ? { items: value } : fieldsOf(value, what);
  const list: [string, unknown][] = Array.isArray(fields.items)
    ? fields.items.map((id) => [idOf(id, what), whole.get(String(id)) ?? 1])
    : Object.entries(fieldsOf(fields.items, `${what}: items`));
  const counts = new Map<string, number>();
  for (const [id, count] of list) counts.set(id, (counts.get(id) ?? 0) + countOf(count, `${what}: count of "${id}"`));
  return { items: Object.fromEntries(counts), times: countOf(fields.times ?? 1, `${what}: times`) };
}

function phaseOf(value: unknown, at: number): ExchangePhase {
  const fields = fieldsOf(value, `phase ${at + 1}`);
  const id = idOf(fields.id ?? String(at + 1), `the id of phase ${at + 1}`);
  const day = (name: string): number | null =>
    fields[name] === undefined || fields[name] === null ? null : dayOf(fields[name], `phase ${id}: ${name}`);
  return {
    id,
    name: textOf(fields.name, `the name of phase ${id}`) ?? id,
    fromDay: day('from'),
    toDay: day('to'),
    items: listOf(fields.items, `phase ${id}: items`).map((item) => idOf(item, `phase ${id}: items`)),
    condition: textOf(fields.condition, `phase ${id}: condition`),
    after: afterOf(fields.after, `phase ${id}`),
  };
}

function guarantorOf(value: unknown): ExchangeGuarantor {
  const fields = fieldsOf(value, 'guarantor');
  const deposits = fields.deposits === undefined ? {} : fieldsOf(fields.deposits, 'guarantor: deposits');
  if (fields.holds !== undefined && fields.holds !== 'deposit' && fields.holds !== 'escrow')
    throw new UserError(`guarantor: holds is ${JSON.stringify(fields.holds)}`, { cure: 'write "deposit" or "escrow"' });
  return {
    name: textOf(fields.name, 'guarantor: name') ?? 'guarantor',
    holds: fields.holds ?? 'deposit',
    feeShare: numberOf(fields.feeShare ?? 0, 'guarantor: feeShare', { least: 0, most: 1 }),
    deposits: Object.fromEntries(
      Object.entries(deposits).map(([party, amount]) => [party, numberOf(amount, `the deposit of ${party}`, { least: 0 })]),
    ),
  };
}

function counterOf(file: Fields, parties: readonly ExchangeParty[]): CounterItem | null {
  const value = file.counter;
  const isOneSided = value === undefined && file.A === undefined && file.B === undefined && file.parties === undefined;
  const sides = isOneSided && listOf(file.items, 'items').every((item) => fieldsOf(item, 'an item').giver === undefined);
  if (!sides && (value === undefined || value === null)) return null;
  const fields = sides ? {} : fieldsOf(value, 'counter');
  const total = fields.total ?? file.price;
  return {
    giver: idOf(fields.giver ?? parties[1]?.id, 'counter: giver'),
    receiver: idOf(fields.receiver ?? parties[0]?.id, 'counter: receiver'),
    unit: textOf(fields.unit, 'counter: unit') ?? 'payment',
    total: total === undefined || total === null ? null : numberOf(total, 'counter: total', { least: 0 }),
  };
}

function afterOf(value: unknown, what: string): 'delivery' | 'verification' | null {
  if (value === undefined || value === null) return null;
  if (value === 'delivery' || value === 'verification') return value;
  throw new UserError(`${what}: after is ${JSON.stringify(value)}`, { cure: 'write "delivery" or "verification"' });
}

function countOf(value: unknown, what: string): number {
  return numberOf(value, what, { least: 1, whole: true });
}
