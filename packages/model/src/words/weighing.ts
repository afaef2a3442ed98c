import { z } from 'zod';
import { Range } from './exchange.ts';
import { Id } from './id.ts';

/**
 * How the team thinks one side weighs the items of an exchange: what giving it costs
 * that side or what receiving it is worth to it. Either ranges of the team, or only an order. Both are
 * the team's own reading, kept in a compartment of their own choice; neither is a price, and no value is
 * put on a person: classes of people are put in order.
 */
export const Weighing = z
  .object({
    exchangeId: Id,
    /** The side whose view it is. */
    partyId: Id,
    /** The team's range for one piece of each item that this side gives or receives. */
    ranges: z.array(z.object({ itemId: Id, range: Range })).default([]),
    /** Only an order of the items, for one tranche of each: the weightiest first, those that weigh the same together. */
    order: z.array(z.array(Id).min(1)).default([]),
    /** What breaking off costs this side: standing, the next phase. In the unit of the ranges. */
    breakOff: Range.optional(),
    /** Statements that speak for it. */
    evidence: z.array(Id).default([]),
    note: z.string().max(10_000).optional(),
  })
  .refine((weighing) => weighing.ranges.length === 0 || weighing.order.length === 0, {
    message: 'give ranges or an order, not both',
    path: ['order'],
  })
  .refine((weighing) => weighing.order.length === 0 || weighing.breakOff === undefined, {
    message: 'what breaking off costs cannot be weighed against an order; make what is at stake an item of a further phase',
    path: ['breakOff'],
  })
  .refine(({ ranges }) => new Set(ranges.map(({ itemId }) => itemId)).size === ranges.length, {
    message: 'an item has two ranges',
    path: ['ranges'],
  })
  .refine(({ order }) => new Set(order.flat()).size === order.flat().length, {
    message: 'an item stands twice in the order',
    path: ['order'],
  })
  .meta({ id: 'Weighing', description: 'How the team thinks one side weighs the items of an exchange; never a price' });
export type Weighing = z.infer<typeof Weighing>;
