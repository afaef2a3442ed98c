import { type Concept, guarantee, guaranteeText, stateNamed } from '@parley/methods';
import { type CaseRecord, type Id, UserError } from '@parley/model';
import type { z } from 'zod';
import type { StateGuarantees } from '../../contract/stability.ts';
import { conflictOfCase } from './conflict-of-case.ts';
import { readingName, waysOfReading } from './readings.ts';
import { labelsOf } from './state-story.ts';

type Guarantees = z.infer<typeof StateGuarantees>;

/** The most answers of one kind that are told. */
const MOST_TOLD = 12;

/**
 * With how little a state could be made to hold: the smallest changes of each kind. Where deciders have
 * several readings it is asked of each way of putting them together, since what holds one may not hold another.
 *
 * Throws a UserError where there is no such conflict or state, or nothing is recorded of what a decider wants.
 */
export function stateGuarantees(record: CaseRecord, conflictId: Id, state: string, concept: Concept): Guarantees {
  const whole = conflictOfCase(record, conflictId);
  const unknown = whole.conflict.body.deciders.findIndex(({ id }) => whole.readings.get(id)?.length === 0);
  if (unknown >= 0) {
    throw new UserError(`nothing is recorded of what ${whole.deciderName(unknown)} wants`, {
      cure: 'say what each decider wants; what would hold a state turns on it',
      code: 'unfinished',
    });
  }
  return {
    state,
    concept,
    readings: waysOfReading(whole).map((reading) => {
      const found = conflictOfCase(record, conflictId, reading);
      const labels = labelsOf(found);
      const at = stateNamed(found.model, state);
      const { holds, answers, note } = guarantee(found.model, at, concept);
      const told = answers.filter(({ kind }, place) => answers.slice(0, place).filter((one) => one.kind === kind).length < MOST_TOLD);
      return {
        name: readingName(found),
        holds,
        answers: told.map((answer) => ({ kind: answer.kind, sentences: guaranteeText(answer, at, labels) })),
        more: answers.length - told.length,
        method: note,
      };
    }),
    compartments: [...whole.compartments],
  };
}
