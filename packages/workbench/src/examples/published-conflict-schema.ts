import { z } from 'zod';

const StateName = z.union([z.string(), z.number()]);
const Order = z.array(z.union([StateName, z.array(StateName)]));
const Preference = { preference: Order.optional(), statements: z.array(z.string()).optional() };
const Equilibria = z.partialRecord(z.enum(['nash', 'gmr', 'smr', 'seq', 'sseq']), z.array(StateName));
const Expected = { equilibria: Equilibria, stableFor: z.record(z.string(), Equilibria).optional() };

/** A decider with states given directly, or with options. */
const Decider = z.union([
  z.strictObject({ arcs: z.array(z.string()), ...Preference }),
  z.strictObject({ options: z.array(z.string()), ...Preference }),
]);

/**
 * The conflict.json of a published case: a document as `parley stability` reads it, with its source and the answers
 * that are known.
 */
export const PublishedConflict = z.strictObject({
  title: z.string().min(1),
  source: z.string().min(1),
  note: z.string().optional(),
  stateMeaning: z.string().optional(),
  states: z.array(StateName).optional(),
  deciders: z.record(z.string(), Decider),
  infeasible: z.array(z.string()).optional(),
  runs: z
    .array(
      z.strictObject({
        name: z.string(),
        deciders: z.record(z.string(), z.strictObject({ arcs: z.array(z.string()).optional(), preference: Order.optional() })),
      }),
    )
    .optional(),
  expected: z.strictObject({
    ...Expected,
    /** By the name of the run. */
    runs: z.record(z.string(), z.strictObject(Expected)).optional(),
    /** All coalition improvements from its equilibria under nash. */
    coalitionImprovements: z.array(z.strictObject({ coalition: z.array(z.string()), from: StateName, to: StateName })).optional(),
    /** All smallest promotions that make a state an equilibrium under a concept: places by decider. */
    guarantees: z
      .array(
        z.strictObject({
          state: StateName,
          concept: z.enum(['nash', 'gmr', 'smr', 'seq', 'sseq']),
          promotions: z.array(z.record(z.string(), z.int().min(1))),
        }),
      )
      .optional(),
    fallbackBargaining: z.strictObject({ depth: z.int().min(1), states: z.array(StateName) }).optional(),
  }),
});
export type PublishedConflict = z.infer<typeof PublishedConflict>;
