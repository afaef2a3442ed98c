import { CONCEPTS, type Concept, sensitivity } from '@parley/methods';
import type { CaseRecord, Id } from '@parley/model';
import type { z } from 'zod';
import type { StabilityView } from '../../contract/stability.ts';
import { type CaseConflict, conflictOfCase } from './conflict-of-case.ts';
import { waysOfReading } from './readings.ts';
import { type Verdict, type Verdicts, verdictsOf } from './verdicts.ts';

type View = z.infer<typeof StabilityView>;

/** Up to so many states all are listed; of more the named ones and the equilibria. */
const ALL_LISTED = 64;
/** The most equilibria of one concept that are listed of a large conflict. */
const MOST_LISTED = 40;

/** Which states of a conflict hold, for whom, under each concept. Throws a UserError where it makes no model. */
export function stabilityView(record: CaseRecord, conflictId: Id): View {
  const found = conflictOfCase(record, conflictId);
  const { model, conflict } = found;
  const { verdict, equilibria, note } = verdictsOf(model);
  const both = (state: number, concept: Concept): Verdict => {
    const all = model.deciders.map((_, decider) => verdict(concept, decider, state));
    return all.every((one) => one === 'stable') ? 'stable' : all.includes('unstable') ? 'unstable' : 'possible';
  };
  const listed = statesToList(found, equilibria);
  const ways = waysOfReading(found);
  // With one way to read them it is what was computed already.
  const runs = ways.length > 1 ? ways.map((way) => ({ name: '', conflict: conflictOfCase(record, conflictId, way).model })) : [];
  const { equilibriumIn } = sensitivity(runs);
  const heldIn = (state: number, concept: Concept): number =>
    runs.length > 0 ? (equilibriumIn[concept][state] ?? 0) : ways.length === 1 && both(state, concept) === 'stable' ? 1 : 0;
  const optionIds = conflict.body.deciders.flatMap(({ id, options }) => options.map((option) => ({ id: option.id, deciderId: id })));
  const feasible = new Set(listed.map((state) => found.named(state)?.id));
  return {
    conflictId,
    deciders: conflict.body.deciders.map(({ id, partyId, factionId }) => ({
      id,
      partyId,
      factionId: factionId ?? null,
      readings: found.readings.get(id)?.length ?? 0,
    })),
    options: optionIds,
    stateCount: model.stateCount,
    states: listed.map((state) => ({
      state: String(model.stateName(state)),
      taken: found.taken(state),
      namedId: found.named(state)?.id ?? null,
      stableFor: Object.fromEntries(model.deciders.map((id, decider) => [id, byConcept((concept) => verdict(concept, decider, state))])),
      equilibrium: byConcept((concept) => both(state, concept)),
      equilibriumIn: byConcept((concept) => heldIn(state, concept)),
    })),
    listed: model.stateCount <= ALL_LISTED ? 'all' : 'namedAndEquilibria',
    equilibria: byConcept((concept) => ({ stable: equilibria(concept).stable.length, possible: equilibria(concept).possible.length })),
    waysOfReading: ways.length,
    infeasibleNamed: conflict.body.states.filter(({ id }) => !feasible.has(id)).map(({ id }) => id),
    assumptions: assumptionsOf(found),
    method: note,
    compartments: [...found.compartments],
  };
}

/** The states to show, named ones first: all, or where they are many the equilibria beside the named. */
function statesToList({ model, conflict }: CaseConflict, equilibria: Verdicts['equilibria']): number[] {
  const named = conflict.body.states.flatMap(({ taken }) => {
    const code = conflict.body.deciders.flatMap(({ options }) => options.map(({ id }) => (taken.includes(id) ? 'Y' : 'N'))).join('');
    return model.findState(code) ?? [];
  });
  const rest =
    model.stateCount <= ALL_LISTED
      ? Array.from({ length: model.stateCount }, (_, state) => state)
      : CONCEPTS.flatMap((concept) => [...equilibria(concept).possible.subarray(0, MOST_LISTED)]).sort((a, b) => a - b);
  return [...new Set([...named, ...rest])];
}

function byConcept<T>(of: (concept: Concept) => T): Record<Concept, T> {
  return Object.fromEntries(CONCEPTS.map((concept) => [concept, of(concept)])) as Record<Concept, T>;
}

/** What a reader of the equilibria must know that they rest on. */
function assumptionsOf(found: CaseConflict): string[] {
  const { model, conflict, readings } = found;
  const unknown = conflict.body.deciders.flatMap(({ id }, place) =>
    (readings.get(id)?.length ?? 0) === 0 ? [found.deciderName(place)] : [],
  );
  const several = conflict.body.deciders.flatMap(({ id }, place) => {
    const count = readings.get(id)?.length ?? 0;
    return count > 1 ? [`${found.deciderName(place)} (${count} readings)`] : [];
  });
  const fixed = conflict.body.deciders
    .flatMap(({ options }) => options)
    .flatMap(({ oneWay }, place) => (oneWay === undefined ? [] : [`“${found.optionName(place)}” ${ONE_WAY[oneWay]}`]));
  return [
    'Each decider changes only its own options, any number of them in one move, and in an answer never moves twice in a row.',
    'Of two states that differ in what a decider wants, it prefers the one in which the first such thing holds.',
    ...(unknown.length === 0 ? [] : [`Nothing is recorded of what ${unknown.join(' and ')} want: every comparison of theirs is open.`]),
    ...(several.length === 0 ? [] : [`A comparison counts only where all readings agree: ${several.join(', ')}.`]),
    ...(fixed.length === 0 ? [] : [`What cannot be undone: ${fixed.join('; ')}.`]),
    ...model.notes,
  ];
}

const ONE_WAY = { staysTaken: 'stays once taken', staysDropped: 'stays left once dropped' } as const;
