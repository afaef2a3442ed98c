import { type Concept, movesAround, narrate, narrationText, type StabilityLabels, stateNamed } from '@parley/methods';
import { type CaseRecord, type Id, labelText } from '@parley/model';
import type { z } from 'zod';
import type { StateStory } from '../../contract/stability.ts';
import { type CaseConflict, conflictOfCase } from './conflict-of-case.ts';
import { verdictsOf } from './verdicts.ts';

/**
 * Who would leave a state, by which move, and what stops them, under one concept; and every move out of it.
 *
 * @param state a Y or N for each option
 * Throws a UserError where there is no such conflict or state.
 */
export function stateStory(record: CaseRecord, conflictId: Id, state: string, concept: Concept): z.infer<typeof StateStory> {
  const found = conflictOfCase(record, conflictId);
  const { model } = found;
  const at = stateNamed(model, state);
  const labels = labelsOf(found);
  const isFull = model.preferences.every(({ kind }) => kind === 'weak');
  const verdict = isFull ? null : verdictsOf(model).verdict;
  return {
    state,
    moves: movesAround(model, at).out.map(({ decider, to, gain }) => ({
      deciderId: model.deciders[decider] as Id,
      to: String(model.stateName(to)),
      toNamedId: found.named(to)?.id ?? null,
      words: labels.move({ decider, from: at, to }),
      gain,
    })),
    stories: model.deciders.map((deciderId, decider) => {
      const narration = narrate(model, { state: at, decider, concept });
      return {
        deciderId,
        concept,
        verdict: verdict?.(concept, decider, at) ?? (narration.stable ? 'stable' : 'unstable'),
        sentences: narrationText(narration, labels),
        ways: narration.temptations.map(({ to, answer }) =>
          [to, ...(answer ?? []).map((response) => response.to)].map((one) => String(model.stateName(one))),
        ),
      };
    }),
    compartments: [...found.compartments],
  };
}

/** Deciders, options and states as the case calls them. */
export function labelsOf(found: CaseConflict): StabilityLabels {
  const { model } = found;
  const state = (place: number): string => {
    const named = found.named(place);
    if (named !== undefined) return `“${labelText(named.name)}”`;
    const taken = optionsWhere(found, (option) => model.takes?.(place, option) === true).map(found.optionNameApart, found);
    return taken.length === 0 ? 'a state in which nothing is done' : `a state with ${listed(taken.map(quoted))}`;
  };
  return {
    decider: found.deciderName,
    state,
    move({ from, to }) {
      const changed = (taken: boolean) =>
        optionsWhere(found, (option) => model.takes?.(from, option) !== taken && model.takes?.(to, option) === taken).map((option) =>
          quoted(found.optionName(option)),
        );
      const parts = [
        { verb: 'takes', options: changed(true) },
        { verb: 'drops', options: changed(false) },
      ].flatMap(({ verb, options }) => (options.length === 0 ? [] : [`${verb} ${listed(options)}`]));
      const named = found.named(to);
      return `${listed(parts)}${named === undefined ? '' : `, which makes “${labelText(named.name)}”`}`;
    },
  };
}

function optionsWhere({ model }: CaseConflict, isMeant: (option: number) => boolean): number[] {
  return (model.options ?? []).flatMap((_, option) => (isMeant(option) ? [option] : []));
}

function quoted(name: string): string {
  return `“${name}”`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
