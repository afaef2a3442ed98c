import { Id, Label, PreferenceStatement } from '@parley/model';
import { z } from 'zod';
import { Recorded } from '../contract.ts';
import { MethodNote } from './method-note.ts';

/** What the server and the browser say to each other of stability. */

const CONCEPTS = ['nash', 'gmr', 'smr', 'seq', 'sseq'] as const;
export const StabilityConcept = z.enum(CONCEPTS).meta({
  id: 'StabilityConcept',
  description: 'How far a decider looks ahead before it leaves a state: nash not at all, sseq the farthest',
});

/** `stable`: whatever the unknown comparisons are; `possible`: for some; `unstable`: for none. */
const Verdict = z.enum(['stable', 'possible', 'unstable']).meta({ id: 'StabilityVerdict', description: 'Whether a state holds' });

const ByConcept = z.object({ nash: Verdict, gmr: Verdict, smr: Verdict, seq: Verdict, sseq: Verdict });

const StabilityState = z
  .object({
    /** A Y or N for each option, in the order of the table. */
    state: z.string(),
    taken: z.array(Id),
    /** The state of the conflict's own list that it is. */
    namedId: Id.nullable(),
    /** For each decider. */
    stableFor: z.record(Id, ByConcept),
    equilibrium: ByConcept,
    /** Of the ways to take one reading of each decider, in how many it is an equilibrium. No chance: the readings are the team's. */
    equilibriumIn: z.record(StabilityConcept, z.int()),
  })
  .meta({ id: 'StabilityState', description: 'A state, and for whom it is stable' });

export const StabilityView = z
  .object({
    conflictId: Id,
    deciders: z.array(z.object({ id: Id, partyId: Id, factionId: Id.nullable(), readings: z.int() })),
    options: z.array(z.object({ id: Id, deciderId: Id })),
    stateCount: z.int(),
    /** All states, or where they are many the named ones and the equilibria, as far as `listed` says. */
    states: z.array(StabilityState),
    listed: z.enum(['all', 'namedAndEquilibria']),
    /** How many states are an equilibrium for certain, and in some consistent order. */
    equilibria: z.record(StabilityConcept, z.object({ stable: z.int(), possible: z.int() })),
    /** The ways to take one reading of each decider: 1 where none has several, 0 where nothing is recorded of one. */
    waysOfReading: z.int(),
    /** Named states that cannot be. */
    infeasibleNamed: z.array(Id),
    /** What the result rests on, in sentences. */
    assumptions: z.array(z.string()),
    method: MethodNote,
    /** The narrowest compartments of what was used: where the result starts. */
    compartments: z.array(Id),
  })
  .meta({ id: 'StabilityView', description: 'Which states of a conflict hold, for whom, under which concept' });

export const StateStory = z
  .object({
    state: z.string(),
    /** Every move out of the state, by decider. */
    moves: z.array(
      z.object({
        deciderId: Id,
        to: z.string(),
        toNamedId: Id.nullable(),
        /** What the decider does: takes “Withdraw” … */
        words: z.string(),
        /** What it is for the decider. */
        gain: z.enum(['better', 'worse', 'equal', 'unknown']),
      }),
    ),
    /** For each decider what it could gain by leaving, and what stops it. */
    stories: z.array(
      z.object({
        deciderId: Id,
        concept: StabilityConcept,
        verdict: Verdict,
        /** In sentences, with the names that the case gives. */
        sentences: z.array(z.string()),
        /** Of each tempting move the states on the way, to where the answer ends. */
        ways: z.array(z.array(z.string())),
      }),
    ),
    compartments: z.array(Id),
  })
  .meta({ id: 'StateStory', description: 'Who would leave a state, by which move, and what stops them' });

export const OfferedPreference = z
  .object({ statements: z.array(PreferenceStatement) })
  .meta({ id: 'OfferedPreference', description: 'What the positions of a decider would say of its preference; only an offer' });

export const StateGuarantees = z
  .object({
    state: z.string(),
    concept: StabilityConcept,
    /** One for each way of reading what the deciders want; one where each has a single reading. */
    readings: z.array(
      z.object({
        name: z.string().nullable(),
        /** Whether the state holds as it is; then nothing is needed. */
        holds: z.boolean(),
        /** All smallest sets of changes of each kind. */
        answers: z.array(z.object({ kind: z.enum(['promotion', 'penalty', 'lock', 'sanction']), sentences: z.array(z.string()) })),
        /** How many more there are. */
        more: z.int(),
        method: MethodNote,
      }),
    ),
    compartments: z.array(Id),
  })
  .meta({ id: 'StateGuarantees', description: 'With how little a state could be made to hold; for the mediator until released' });

export const ConflictImport = z
  .object({
    /** JSON, CSV or XLSX. */
    base64: z.string(),
    fileName: z.string().min(1).max(500),
    /** What it is about; the name of the file where absent. */
    title: Label.optional(),
    compartment: Id.optional(),
  })
  .meta({ id: 'ConflictImport', description: 'An option form to record as a conflict of the case' });

export const ImportedConflict = Recorded.extend({ conflictId: Id }).meta({ id: 'ImportedConflict' });
