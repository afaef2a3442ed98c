import { z } from 'zod';
import { Id } from './id.ts';
import { Label } from './label.ts';

/** What must be taken and what must be left; of all other options nothing is said. */
export const Pattern = z
  .object({ taken: z.array(Id).max(24).default([]), left: z.array(Id).max(24).default([]) })
  .refine(({ taken, left }) => taken.length + left.length > 0, { message: 'a pattern names at least one option', path: ['taken'] })
  .refine(({ taken, left }) => !taken.some((id) => left.includes(id)), {
    message: 'an option cannot be both taken and left',
    path: ['left'],
  })
  .meta({ id: 'Pattern', description: 'Options that must be taken, and options that must be left' });
export type Pattern = z.infer<typeof Pattern>;

/** A condition on a state: it holds where one of the patterns fits. */
export const Condition = z
  .object({ anyOf: z.array(Pattern).min(1).max(50) })
  .meta({ id: 'Condition', description: 'Holds where one of the patterns fits' });
export type Condition = z.infer<typeof Condition>;

/** Something that one decider may do or leave. */
export const ConflictOption = z
  .object({
    id: Id,
    name: Label,
    /** An option that cannot be undone: once taken it stays so, or once dropped. Absent: it can be taken and dropped. */
    oneWay: z.enum(['staysTaken', 'staysDropped']).optional(),
    /** The option of an issue of the talks that it amounts to, by which positions bear on it. */
    link: z.object({ issueId: Id, optionId: Id }).optional(),
  })
  .meta({ id: 'ConflictOption', description: 'Something that one decider may do or leave' });
export type ConflictOption = z.infer<typeof ConflictOption>;

/** Who decides: a party, a faction of one, or a third party, with its options. */
export const Decider = z
  .object({
    id: Id,
    partyId: Id,
    factionId: Id.optional(),
    options: z.array(ConflictOption).max(16).default([]),
    /** Whether several of its moves in a row count as one. Absent: what the options give. */
    transitive: z.boolean().optional(),
  })
  .meta({ id: 'Decider', description: 'Who decides, and what it may do or leave' });
export type Decider = z.infer<typeof Decider>;

/** A state that the team has a name for: the deal, how things stand, a walk-out. */
export const NamedState = z
  .object({
    id: Id,
    name: Label,
    /** The options taken in it; all others are left. */
    taken: z.array(Id).max(24).default([]),
  })
  .meta({ id: 'NamedState', description: 'A state that the team has a name for' });
export type NamedState = z.infer<typeof NamedState>;

/**
 * Who could do what about a deal, as the team sees it: the deciders with their options, and what cannot
 * be together. The states are the combinations that can be. What a decider prefers is a `preference`,
 * kept apart, since it may be a confidence.
 */
export const Conflict = z
  .object({
    title: Label,
    deciders: z.array(Decider).max(12).default([]),
    /** Combinations that cannot be. */
    infeasible: z.array(Condition).max(200).default([]),
    states: z.array(NamedState).max(200).default([]),
    /** Statements that speak for these options. */
    evidence: z.array(Id).default([]),
    note: z.string().max(10_000).optional(),
  })
  .superRefine((conflict, context) => {
    const fault = (message: string, path: (string | number)[]) => context.addIssue({ code: 'custom', message, path });
    const seen = new Set<string>();
    conflict.deciders.forEach(({ id, options }, at) => {
      for (const named of [id, ...options.map((option) => option.id)]) {
        if (seen.has(named)) fault(`two deciders or options have the id "${named}"`, ['deciders', at]);
        seen.add(named);
      }
    });
    const optionIds = new Set(conflict.deciders.flatMap(({ options }) => options.map(({ id }) => id)));
    if (optionIds.size > 24) fault(`the deciders have ${optionIds.size} options together; the limit is 24`, ['deciders']);
    conflict.infeasible.forEach((condition, at) => {
      for (const id of optionsOf(condition)) if (!optionIds.has(id)) fault(`no decider has the option "${id}"`, ['infeasible', at]);
    });
    conflict.states.forEach(({ id, taken }, at) => {
      if (conflict.states.findIndex((other) => other.id === id) < at) fault(`two states have the id "${id}"`, ['states', at]);
      for (const option of taken) if (!optionIds.has(option)) fault(`no decider has the option "${option}"`, ['states', at]);
    });
  })
  .meta({ id: 'Conflict', description: 'Who could do what about a deal, as the team sees it' });
export type Conflict = z.infer<typeof Conflict>;

/** Every option that a condition names, each once. */
export function optionsOf({ anyOf }: Condition): Id[] {
  return [...new Set(anyOf.flatMap(({ taken, left }) => [...taken, ...left]))];
}
