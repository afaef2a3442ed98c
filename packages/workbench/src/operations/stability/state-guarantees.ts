import { type Concept, type GuaranteeChange, guarantee, stateNamed } from '@parley/methods';
import { type CaseRecord, type Id, labelText, UserError } from '@parley/model';
import type { z } from 'zod';
import type { StateGuarantees } from '../../contract/stability.ts';
import { type CaseConflict, conflictOfCase } from './conflict-of-case.ts';
import { labelsOf } from './state-story.ts';

type Guarantees = z.infer<typeof StateGuarantees>;

/** The most ways in which readings of the deciders are put together. */
const MOST_READINGS = 16;
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
    readings: combined(whole).map((reading) => {
      const found = conflictOfCase(record, conflictId, reading);
      const { holds, answers, note } = guarantee(found.model, stateNamed(found.model, state), concept);
      const words = changeWords(found);
      const told = answers.filter(({ kind }, place) => answers.slice(0, place).filter((one) => one.kind === kind).length < MOST_TOLD);
      return {
        name: readingName(found),
        holds,
        answers: told.map(({ kind, changes }) => ({ kind, sentences: changes.map(words) })),
        more: answers.length - told.length,
        method: note,
      };
    }),
    compartments: [...whole.compartments],
  };
}

/** Every way to take one reading of each decider. */
function combined({ readings }: CaseConflict): ReadonlyMap<Id, Id>[] {
  let ways: ReadonlyMap<Id, Id>[] = [new Map()];
  for (const [deciderId, all] of readings) {
    ways = ways.flatMap((way) => all.map(({ id }) => new Map([...way, [deciderId, id]])));
    if (ways.length > MOST_READINGS) {
      throw new UserError(`the readings can be put together in more than ${MOST_READINGS} ways`, {
        cure: 'retract readings that nobody holds any more',
        code: 'too-large',
      });
    }
  }
  return ways;
}

/** What sets a way of reading apart: the titles of the readings that have one. */
function readingName({ readings }: CaseConflict): string | null {
  const titles = [...readings.values()].flat().flatMap(({ body }) => (body.title === undefined ? [] : [labelText(body.title)]));
  return titles.length === 0 ? null : titles.join('; ');
}

/** One change as a sentence, with the names that the case gives. */
function changeWords(found: CaseConflict): (change: GuaranteeChange) => string {
  const labels = labelsOf(found);
  const places = (count: number): string => (count === 1 ? 'one place' : `${count} places`);
  return (change) => {
    const name = labels.decider(change.decider);
    switch (change.kind) {
      case 'promotion':
        return `${name} would have to rate it ${places(change.places)} higher among the states.`;
      case 'penalty':
        return `It would have to cost ${name} as much as ${places(change.places)} among the states if it ${labels.move(change)}.`;
      case 'lock':
        return `From ${labels.state(change.from)} it would have to be out of the question that ${name} ${labels.move(change)}.`;
      case 'sanction': {
        const [mildest = change.from] = change.ends;
        const others = change.ends.length > 1 ? `, or to one of ${change.ends.length - 1} harsher ends` : '';
        return `Once ${name} had gone to ${labels.state(change.from)}, a guarantor would have to bring it to ${labels.state(mildest)}${others}.`;
      }
    }
  };
}
