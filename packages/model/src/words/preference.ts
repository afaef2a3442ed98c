import { z } from 'zod';
import { Condition, optionsOf } from './conflict.ts';
import { Id } from './id.ts';
import { Label } from './label.ts';

/** One thing that a decider wants to hold, with what speaks for it. */
export const PreferenceStatement = z
  .object({
    holds: Condition,
    /** Statements of the record that speak for it. */
    evidence: z.array(Id).default([]),
  })
  .meta({ id: 'PreferenceStatement', description: 'One thing that a decider wants to hold' });
export type PreferenceStatement = z.infer<typeof PreferenceStatement>;

/**
 * What a decider of a conflict wants, the most important first: "first of all not this, then that". Of two
 * states that differ, the one is better in which the first such statement holds.
 *
 * Several preferences of one decider are readings: a comparison is known only where all of them agree.
 */
export const Preference = z
  .object({
    conflictId: Id,
    deciderId: Id,
    /** What sets this reading apart: "as they say in public", "more bent on the crossing". */
    title: Label.optional(),
    statements: z.array(PreferenceStatement).min(1).max(50),
    note: z.string().max(10_000).optional(),
  })
  .meta({ id: 'Preference', description: 'What a decider of a conflict wants, the most important first' });
export type Preference = z.infer<typeof Preference>;

/** Every option that the statements of a preference name, each once. */
export function preferenceOptions({ statements }: Preference): Id[] {
  return [...new Set(statements.flatMap(({ holds }) => optionsOf(holds)))];
}
