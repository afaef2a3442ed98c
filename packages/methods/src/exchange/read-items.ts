import { UserError } from '@parley/model';
import { dayOf, shown } from './days.ts';
import type { Amount, Batch, ExchangeItem, ExchangeParty, Verification } from './exchange.ts';
import { type Fields, fieldsOf, idOf, listOf, numberOf, textOf } from './fields.ts';

type Raw = Fields & { readonly id: string; readonly giver: string; readonly receiver: string };

/** The items of a file in any of its forms, with the classes that its ratios generate and the batches these make. */
export function readItems(file: Fields, parties: readonly ExchangeParty[]): { items: ExchangeItem[]; batches: Batch[] } {
  const listed = rawItems(file, parties);
  const { made, batches } = fromRatios(file, listed);
  const ranks = ranksOf(file, parties);
  const raws = [...listed, ...made];
  for (const key of ranks.keys()) {
    const id = key.slice(key.indexOf(' ') + 1);
    if (!raws.some((raw) => raw.id === id))
      throw new UserError(`the order of ${key.slice(0, key.indexOf(' '))} names "${id}", which is not an item`, {
        cure: 'name items by their ids',
      });
  }
  return { items: raws.map((raw) => itemOf(raw, ranks)), batches };
}

function rawItems(file: Fields, parties: readonly ExchangeParty[]): Raw[] {
  if (file.A !== undefined || file.B !== undefined) {
    if (file.A === undefined || file.B === undefined)
      throw new UserError(`the exchange has the items of ${file.A === undefined ? 'B' : 'A'} only`, {
        cure: 'give those of both sides, as "A" and "B"',
      });
    const side = (giver: 'A' | 'B', receiver: 'A' | 'B'): Raw[] =>
      Object.entries(fieldsOf(file[giver], giver)).map(([id, item]) => ({
        ...fieldsOf(item, `item ${id}`),
        id: idOf(id, 'an id'),
        giver,
        receiver,
      }));
    return [...side('A', 'B'), ...side('B', 'A')];
  }
  const items = listOf(file.items, 'items');
  if (items.length === 0)
    throw new UserError('the exchange has no items', { cure: 'list them as "items", or those of two sides as "A" and "B"' });
  const [first, second] = parties.map(({ id }) => id);
  return items.map((value, at) => {
    const item = fieldsOf(value, `item ${at + 1}`);
    const id = idOf(item.id, `the id of item ${at + 1}`);
    const giver = idOf(item.giver ?? first, `the giver of ${id}`);
    const other = parties.length === 2 ? (giver === first ? second : first) : undefined;
    if (item.receiver === undefined && other === undefined)
      throw new UserError(`nobody receives ${id}`, { cure: 'name its "receiver", or leave it out', code: 'exchange-unwanted' });
    return { ...item, id, giver, receiver: idOf(item.receiver ?? other, `the receiver of ${id}`) };
  });
}

/** `{ "for": "civilians", "each": 30, "kind": "prisoners" }`: thirty prisoners back for each civilian. */
function fromRatios(file: Fields, listed: readonly Raw[]): { made: Raw[]; batches: Batch[] } {
  const made: Raw[] = [];
  const batches: Batch[] = [];
  listOf(file.ratios, 'ratios').forEach((value, at) => {
    const ratio = fieldsOf(value, `ratio ${at + 1}`);
    const counterpart = idOf(ratio.for, `ratio ${at + 1}: for`);
    const basis = listed.find(({ id }) => id === counterpart);
    if (basis === undefined)
      throw new UserError(`ratio ${at + 1} is for "${counterpart}", which is not an item`, { cure: 'name an item by its id' });
    const each = numberOf(ratio.each, `ratio ${at + 1}: each`, { least: 1, whole: true });
    const kind = textOf(ratio.kind, `ratio ${at + 1}: kind`) ?? 'counterpart';
    const id = ratio.id === undefined ? `${kind} for ${counterpart}` : idOf(ratio.id, `ratio ${at + 1}: id`);
    const count = numberOf(basis.count ?? 1, `the count of ${counterpart}`, { least: 1, whole: true });
    const tranche = ratio.tranche ?? each * (typeof basis.tranche === 'number' ? basis.tranche : 1);
    made.push({ ...ratio, id, kind, count: count * each, tranche, giver: basis.receiver, receiver: basis.giver });
    if (ratio.atOnce === true) batches.push({ items: { [counterpart]: 1, [id]: each }, times: count });
  });
  return { made, batches };
}

/** Places in each party's own order, weightiest first in the file: `"orders": { "A": ["b0", ["a1", "b2"], "a0"] }`. */
function ranksOf(file: Fields, parties: readonly ExchangeParty[]): Map<string, number> {
  const ranks = new Map<string, number>();
  const orders = file.orders === undefined || file.orders === null ? {} : fieldsOf(file.orders, 'orders');
  for (const [party, order] of Object.entries(orders)) {
    if (!parties.some(({ id }) => id === party))
      throw new UserError(`orders names "${party}", which is not a party`, {
        cure: `name one of ${parties.map(({ id }) => id).join(', ')}`,
      });
    const places = listOf(order, `the order of ${party}`);
    places.forEach((place, at) => {
      for (const id of Array.isArray(place) ? place : [place]) {
        const key = `${party} ${idOf(id, `the order of ${party}`)}`;
        if (ranks.has(key)) throw new UserError(`the order of ${party} has "${id}" twice`, { cure: 'put each item in one place' });
        ranks.set(key, places.length - at);
      }
    });
  }
  return ranks;
}

function itemOf(raw: Raw, ranks: ReadonlyMap<string, number>): ExchangeItem {
  const { id, giver, receiver } = raw;
  const rank = (party: string): Amount | undefined => {
    const place = ranks.get(`${party} ${id}`);
    return place === undefined ? undefined : { rank: place };
  };
  const count = numberOf(raw.count ?? 1, `the count of ${id}`, { least: 1, whole: true });
  return {
    id,
    name: textOf(raw.name, `the name of ${id}`) ?? id,
    giver,
    receiver,
    kind: textOf(raw.kind, `the kind of ${id}`) ?? id,
    count,
    tranche: Math.min(count, numberOf(raw.tranche ?? 1, `the tranche of ${id}`, { least: 1, whole: true })),
    cost: amountOf(raw.cost, rank(giver), `what giving ${id} costs ${giver}`),
    value: amountOf(raw.value, rank(receiver), `what ${id} is worth to ${receiver}`),
    earliestDay: raw.earliest === undefined || raw.earliest === null ? null : dayOf(raw.earliest, `the earliest day of ${id}`),
    durationDays: numberOf(raw.durationDays ?? 0, `durationDays of ${id}`, { least: 0, whole: true }),
    verification: raw.verification === undefined || raw.verification === null ? null : verificationOf(raw.verification, id),
  };
}

function amountOf(value: unknown, rank: Amount | undefined, what: string): Amount {
  if (value === undefined || value === null) {
    if (rank !== undefined) return rank;
    throw new UserError(`it is not said ${what}`, {
      cure: 'give a number, a range [low, high], or a place in "orders"',
      code: 'exchange-number',
    });
  }
  if (typeof value === 'number') return range(value, value, what);
  if (Array.isArray(value) && value.length === 2) return range(value[0], value[1], what);
  const fields = typeof value === 'object' ? fieldsOf(value, what) : { low: value, high: value };
  if (fields.rank !== undefined) return { rank: numberOf(fields.rank, `the rank of ${what}`, { least: 1, whole: true }) };
  return range(fields.low, fields.high, what);
}

function range(low: unknown, high: unknown, what: string): Amount {
  const amount = { low: numberOf(low, what, { least: 0 }), high: numberOf(high, what, { least: 0 }) };
  if (amount.low > amount.high)
    throw new UserError(`${what} ranges from ${amount.low} down to ${amount.high}`, { cure: 'write the lower first' });
  return amount;
}

function verificationOf(value: unknown, id: string): Verification {
  const fields = typeof value === 'number' ? { days: value } : fieldsOf(value, `the verification of ${id}`);
  const detection = numberOf(fields.detection ?? 1, `the detection of ${id}`, { least: 0, most: 1 });
  if (detection === 0)
    throw new UserError(`the detection of ${id} is ${shown(0)}`, { cure: 'a verification that finds nothing out is none: leave it out' });
  return { days: numberOf(fields.days ?? 0, `the verification days of ${id}`, { least: 0, whole: true }), detection };
}
