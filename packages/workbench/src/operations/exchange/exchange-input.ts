import { type Amount, checkSteps, type ExchangeStep, type Exchange as MethodExchange } from '@parley/methods';
import { type Body, type CaseRecord, type Id, labelText, UserError, type Version } from '@parley/model';
import { partyName } from '../party-name.ts';
import { presentSubject } from '../put-subject.ts';

/** An exchange of a case as the methods take it, and what of the record went into it. */
export interface ExchangeInput {
  readonly exchange: MethodExchange;
  /** What nobody has weighed yet, by side. Its amounts in `exchange` stand for nothing. */
  readonly unweighed: readonly { readonly partyId: Id; readonly itemIds: readonly Id[] }[];
  /** The exchange and the weighings that were used, one a side at most. */
  readonly used: readonly Version<'exchange' | 'weighing'>[];
}

/**
 * The exchange as it stands in a record, with the weighing of each side that was recorded last, or those
 * of `weighingIds`. Throws a UserError where the record has no such exchange or weighing.
 */
export function exchangeInput(record: CaseRecord, exchangeId: Id, weighingIds?: readonly Id[]): ExchangeInput {
  const kept = presentSubject(record, 'exchange', exchangeId);
  const { body } = kept;
  const weighings = weighingsOf(record, exchangeId, weighingIds);
  const amounts = amountsOf(body, weighings);
  const name = (id: Id): string => partyName(record, id) ?? id;
  return {
    exchange: {
      title: labelText(body.title),
      parties: body.sides.map((id) => ({ id, name: name(id), breakOffCost: weighings.get(id)?.body.breakOff?.low ?? 0 })),
      items: body.items.map((item) => ({
        id: item.id,
        name: labelText(item.name),
        giver: item.giverId,
        receiver: item.receiverId,
        kind: item.kind,
        count: item.count,
        tranche: Math.min(item.count, item.tranche),
        cost: amounts.of(item.giverId, item.id),
        value: amounts.of(item.receiverId, item.id),
        earliestDay: item.earliestDay ?? null,
        durationDays: item.durationDays,
        verification: item.verification ? { days: item.verification.days, detection: item.verification.detection ?? 1 } : null,
      })),
      before: body.items.flatMap(({ id, after }) =>
        after.map(({ itemId, verified }) => ({
          first: itemId,
          next: id,
          after: verified ? ('verification' as const) : ('delivery' as const),
        })),
      ),
      batches: body.batches.map(({ items, times }) => ({
        items: Object.fromEntries(items.map(({ itemId, count }) => [itemId, count])),
        times,
      })),
      phases: body.phases.map((phase) => ({
        id: phase.id,
        name: labelText(phase.name),
        fromDay: phase.fromDay ?? null,
        toDay: phase.toDay ?? null,
        items: body.items.filter(({ phaseId }) => phaseId === phase.id).map(({ id }) => id),
        condition: phase.condition ?? null,
        after: phase.after ?? null,
      })),
      guarantor: body.guarantor
        ? {
            name: name(body.guarantor.guarantorId),
            holds: body.guarantor.holds,
            feeShare: body.guarantor.feeShare,
            deposits: Object.fromEntries(body.guarantor.deposits.map(({ partyId, amount }) => [partyId, amount])),
          }
        : null,
      counter: body.counter
        ? { giver: body.counter.giverId, receiver: body.counter.receiverId, unit: body.counter.unit, total: body.counter.total ?? null }
        : null,
      source: null,
    },
    unweighed: amounts.unweighed,
    used: [kept, ...weighings.values()],
  };
}

/** The same, where every item has been weighed by the sides it concerns. Throws a UserError that names what has not. */
export function weighedInput(record: CaseRecord, exchangeId: Id, weighingIds?: readonly Id[]): ExchangeInput {
  const input = exchangeInput(record, exchangeId, weighingIds);
  if (input.exchange.items.length === 0) {
    throw new UserError(`the exchange "${exchangeId}" has no items yet`, {
      cure: 'say first what each side would give',
      code: 'exchange-empty',
    });
  }
  const [first] = input.unweighed;
  if (first === undefined) return input;
  const items = first.itemIds.slice(0, 5).join(', ');
  throw new UserError(`nobody has weighed ${items} for "${first.partyId}" yet`, {
    cure: 'put its items in order, or give ranges of the team, as a weighing of that side',
    code: 'exchange-unweighed',
  });
}

/** The steps of a schedule as the methods take them. Throws a UserError where the terms no longer have what it delivers. */
export function stepsOf(exchange: MethodExchange, { steps }: Pick<Body<'schedule'>, 'steps'>): ExchangeStep[] {
  const taken = steps.map(({ day, deliver, pay = 0 }) => ({
    day,
    deliver: deliver.map(({ itemId, count }) => ({ item: itemId, count })),
    pay,
  }));
  checkSteps(exchange, taken);
  return taken;
}

/** The schedules of an exchange in a record, in the order in which they came. */
export function schedulesOf(record: CaseRecord, exchangeId: Id): Version<'schedule'>[] {
  return [...record.of('schedule').values()]
    .filter(({ body }) => body.exchangeId === exchangeId)
    .sort((a, b) => a.entry.sequence - b.entry.sequence);
}

/** A schedule of an exchange. Throws one UserError for what is hidden, what does not exist and what is of another exchange. */
export function scheduleOf(record: CaseRecord, exchangeId: Id, scheduleId: Id): Version<'schedule'> {
  const found = presentSubject(record, 'schedule', scheduleId);
  if (found.body.exchangeId === exchangeId) return found;
  throw new UserError(`there is no schedule "${scheduleId}" of the exchange "${exchangeId}"`, {
    cure: 'name a schedule of this exchange',
    code: 'unknown',
  });
}

type Weighings = ReadonlyMap<Id, Version<'weighing'>>;

function weighingsOf(record: CaseRecord, exchangeId: Id, ids: readonly Id[] | undefined): Weighings {
  const all = ids === undefined ? [...record.of('weighing').values()] : ids.map((id) => presentSubject(record, 'weighing', id));
  const own = all.filter(({ body }) => body.exchangeId === exchangeId).sort((a, b) => a.entry.sequence - b.entry.sequence);
  return new Map(own.map((version) => [version.body.partyId, version] as const));
}

function amountsOf({ sides, items }: Body<'exchange'>, weighings: Weighings) {
  const unweighed: { partyId: Id; itemIds: Id[] }[] = [];
  const known = new Map<Id, Map<Id, Amount>>();
  for (const partyId of sides) {
    const own = items.filter(({ giverId, receiverId }) => giverId === partyId || receiverId === partyId).map(({ id }) => id);
    const amounts = amountsIn(weighings.get(partyId)?.body);
    const itemIds = own.filter((id) => !amounts.has(id));
    if (itemIds.length > 0) unweighed.push({ partyId, itemIds });
    // A side that is weighed in part cannot be reckoned with: all its amounts stand for nothing.
    known.set(partyId, itemIds.length > 0 ? new Map() : amounts);
  }
  return { unweighed, of: (partyId: Id, itemId: Id): Amount => known.get(partyId)?.get(itemId) ?? { rank: 1 } };
}

function amountsIn(weighing: Body<'weighing'> | undefined): Map<Id, Amount> {
  const ranged = weighing?.ranges.map(({ itemId, range }) => [itemId, range] as const) ?? [];
  const places = weighing?.order ?? [];
  const ranked = places.flatMap((ids, at) => ids.map((id) => [id, { rank: places.length - at }] as const));
  return new Map<Id, Amount>([...ranged, ...ranked]);
}
