import { z } from 'zod';
import { Id } from './id.ts';
import { Label } from './label.ts';

/**
 * The team's own range for something that is not measured: how heavy giving an item is, or how much
 * receiving it is worth, in a unit that the team chose for this one exchange. It is never a price. For
 * people it is better left out, and their classes put in order only.
 */
export const Range = z
  .object({ low: z.number().min(0).max(1e12), high: z.number().min(0).max(1e12) })
  .refine((range) => range.low <= range.high, { message: 'the lower end of a range is above its upper end', path: ['low'] })
  .meta({ id: 'Range', description: 'A range of the team, from low to high; never a price' });
export type Range = z.infer<typeof Range>;

/** What kind of thing an item is. `people` are put in order and never priced. */
export const ITEM_KINDS = ['people', 'remains', 'aid', 'land', 'arms', 'funds', 'time', 'information', 'act', 'other'] as const;
export const ItemKind = z.enum(ITEM_KINDS).meta({ id: 'ItemKind', description: 'What kind of thing an item is' });
export type ItemKind = z.infer<typeof ItemKind>;

/** How a delivery is verified once it is made. */
const Verification = z
  .object({
    /** Days from the delivery until it is verified. */
    days: z.int().min(0).max(10_000),
    /** How likely it is that a delivery which is not as agreed is detected, from 0 to 1. Absent: it is always detected. */
    detection: z.number().min(0).max(1).optional(),
    /** The third party that verifies. */
    byId: Id.optional(),
  })
  .meta({ id: 'Verification', description: 'How a delivery is verified, and how many days that takes' });

/** A class of like pieces that one side gives another: 30 prisoners, 600 trucks, one map. */
export const ExchangeItem = z
  .object({
    id: Id,
    name: Label,
    kind: ItemKind.default('other'),
    giverId: Id,
    receiverId: Id,
    /** How many pieces there are, all alike. */
    count: z.int().min(1).max(1_000_000).default(1),
    /** How many pieces go in one delivery; the last may have fewer. */
    tranche: z.int().min(1).max(1_000_000).default(1),
    /** "30 for each civilian": the count is `each` for every piece of the other class. */
    ratio: z.object({ each: z.int().min(1).max(1_000_000), itemId: Id }).optional(),
    /** The classes that must all have been delivered before; where `verified`, found as agreed too. */
    after: z.array(z.object({ itemId: Id, verified: z.boolean().default(false) })).default([]),
    /** The first day on which it can be delivered: 7 is D+7. */
    earliestDay: z.int().min(0).max(10_000).optional(),
    /** How many days one delivery of it takes. */
    durationDays: z.int().min(0).max(10_000).default(0),
    verification: Verification.optional(),
    phaseId: Id.optional(),
    note: z.string().max(10_000).optional(),
  })
  .refine((item) => item.giverId !== item.receiverId, { message: 'giver and receiver are the same', path: ['receiverId'] })
  .meta({ id: 'ExchangeItem', description: 'A class of like pieces that one side gives another' });
export type ExchangeItem = z.infer<typeof ExchangeItem>;

/** A third party that holds deposits of the sides, or what one delivers until the other has delivered too. */
const ExchangeGuarantor = z
  .object({
    guarantorId: Id,
    holds: z.enum(['deposit', 'escrow']).default('deposit'),
    /** Its fee as a share of what it holds, from 0 to 1. */
    feeShare: z.number().min(0).max(1).default(0),
    /** What it holds of each side, in the unit of the team's ranges. */
    deposits: z.array(z.object({ partyId: Id, amount: z.number().min(0).max(1e12) })).default([]),
  })
  .meta({ id: 'ExchangeGuarantor', description: 'A third party that holds deposits or an escrow' });

/** A part of an exchange with a condition of its own. */
const ExchangePhase = z
  .object({
    id: Id,
    name: Label,
    /** The days it may run over: 16 is D+16. */
    fromDay: z.int().min(0).max(10_000).optional(),
    toDay: z.int().min(0).max(10_000).optional(),
    /** Whether all of the phase before must have been delivered, or verified; absent: phases may overlap. */
    after: z.enum(['delivery', 'verification']).optional(),
    /** What must hold before it begins, in the words of the text. */
    condition: z.string().trim().min(1).max(2000).optional(),
  })
  .refine((phase) => (phase.fromDay ?? 0) <= (phase.toDay ?? Number.POSITIVE_INFINITY), {
    message: 'it ends before it begins',
    path: ['toDay'],
  })
  .meta({ id: 'ExchangePhase', description: 'A part of an exchange with a condition of its own' });

/** Pieces that are delivered at one moment, so that neither side is first: one for 30, so many times over. */
const ExchangeBatch = z
  .object({
    items: z.array(z.object({ itemId: Id, count: z.int().min(1).max(1_000_000) })).min(2),
    times: z.int().min(1).max(1_000_000).default(1),
  })
  .meta({ id: 'ExchangeBatch', description: 'Pieces that are delivered at one moment' });

/** What all items are given for, where it can be cut as finely as one likes: hours of a truce, fuel, money. */
const ExchangeCounter = z
  .object({
    giverId: Id,
    receiverId: Id,
    unit: z.string().trim().min(1).max(100),
    /** How much of it in all, in the unit of the team's ranges; absent: it is open. */
    total: z.number().min(0).max(1e12).optional(),
  })
  .meta({ id: 'ExchangeCounter', description: 'A divisible thing that all items are given for' });

/** What the sides would give each other, in classes, and what must come before what. What it weighs is a `weighing`'s. */
export const Exchange = z
  .object({
    title: Label,
    /** The issue that it would settle. */
    issueId: Id.optional(),
    /** The parties, and third parties that deliver something themselves. */
    sides: z.array(Id).min(2).max(20),
    items: z.array(ExchangeItem).max(2000).default([]),
    /** No piece is in two of them. */
    batches: z.array(ExchangeBatch).default([]),
    guarantor: ExchangeGuarantor.optional(),
    /** Absent: a barter. */
    counter: ExchangeCounter.optional(),
    phases: z.array(ExchangePhase).default([]),
    /** Statements that it was taken from; none where the team drew it up. */
    evidence: z.array(Id).default([]),
    note: z.string().max(10_000).optional(),
  })
  .superRefine((exchange, context) => {
    const refuse = (message: string, ...path: (string | number)[]) => context.addIssue({ code: 'custom', message, path });
    const items = new Map(exchange.items.map((item) => [item.id, item] as const));
    const phases = new Set(exchange.phases.map(({ id }) => id));
    if (new Set(exchange.sides).size !== exchange.sides.length) refuse('a side is named twice', 'sides');
    if (items.size !== exchange.items.length) refuse('two items have the same id', 'items');
    for (const [place, item] of exchange.items.entries()) {
      for (const end of ['giverId', 'receiverId'] as const) {
        if (!exchange.sides.includes(item[end])) refuse(`"${item[end]}" is not a side of the exchange`, 'items', place, end);
      }
      for (const { itemId } of item.after) if (!items.has(itemId)) refuse(`there is no item "${itemId}"`, 'items', place, 'after');
      if (item.phaseId !== undefined && !phases.has(item.phaseId)) refuse(`there is no phase "${item.phaseId}"`, 'items', place, 'phaseId');
      const other = item.ratio && items.get(item.ratio.itemId);
      if (item.ratio && !other) refuse(`there is no item "${item.ratio.itemId}"`, 'items', place, 'ratio');
      if (item.ratio && other && item.count !== item.ratio.each * other.count) {
        refuse(`${item.ratio.each} for each of ${other.count} is not ${item.count}`, 'items', place, 'count');
      }
    }
    const waiting = inRing(exchange.items);
    if (waiting !== null) refuse(`"${waiting}" would have to come before itself`, 'items');
    for (const [itemId, count] of batchedOf(exchange.batches)) {
      const there = items.get(itemId)?.count;
      if (there === undefined) refuse(`there is no item "${itemId}"`, 'batches');
      else if (count > there) refuse(`the batches overlap: they take ${count} of "${itemId}", of which there are ${there}`, 'batches');
    }
    const { counter, guarantor } = exchange;
    for (const id of counter === undefined ? [] : [counter.giverId, counter.receiverId])
      if (!exchange.sides.includes(id)) refuse(`"${id}" is not a side of the exchange`, 'counter');
    for (const { partyId } of guarantor?.deposits ?? [])
      if (!exchange.sides.includes(partyId)) refuse(`"${partyId}" is not a side of the exchange`, 'guarantor', 'deposits');
  })
  .meta({ id: 'Exchange', description: 'What the sides would give each other, in classes, and what must come before what' });
export type Exchange = z.infer<typeof Exchange>;

/** An item that waits for itself by way of others; null where there is none. */
function inRing(items: readonly ExchangeItem[]): Id | null {
  const left = new Map(items.map(({ id, after }) => [id, new Set(after.map(({ itemId }) => itemId))] as const));
  for (let freed = true; freed; ) {
    freed = false;
    for (const [id, waits] of left) {
      if ([...waits].some((other) => left.has(other))) continue;
      left.delete(id);
      freed = true;
    }
  }
  return left.keys().next().value ?? null;
}

/** How many pieces of each item are in batches. */
function batchedOf(batches: readonly z.infer<typeof ExchangeBatch>[]): Map<Id, number> {
  const taken = new Map<Id, number>();
  for (const { items, times } of batches)
    for (const { itemId, count } of items) taken.set(itemId, (taken.get(itemId) ?? 0) + count * times);
  return taken;
}
