import { type Conflict, conflictFromOptions } from '@parley/methods';
import { type CaseRecord, type Id, labelText, type Version } from '@parley/model';
import { narrowest } from '../narrowest.ts';
import { type ConflictForm, conflictForm } from './conflict-form.ts';

/** A conflict of a case, ready for the methods, with the names that the case gives. */
export interface CaseConflict extends ConflictForm {
  readonly model: Conflict;
  /** Where results of it start: the narrowest compartments of the conflict and its preferences. */
  readonly compartments: readonly Id[];
  /** What people call a decider, by its place. */
  deciderName(place: number): string;
  /** What people call an option, by its place. */
  optionName(place: number): string;
  /** The same, with whose it is where two have one name. */
  optionNameApart(place: number): string;
  /** The state of the conflict's own list that a state is; undefined where the team has no name for it. */
  named(state: number): Version<'conflict'>['body']['states'][number] | undefined;
  /** The options taken in a state, by id. */
  taken(state: number): Id[];
}

/** The conflict as the record has it. Throws a UserError where there is none, or it makes no model. */
export function conflictOfCase(record: CaseRecord, conflictId: Id, reading?: ReadonlyMap<Id, Id>): CaseConflict {
  const form = conflictForm(record, conflictId, reading);
  const { deciders, states } = form.conflict.body;
  const model = conflictFromOptions(form.form);
  const options = deciders.flatMap((decider) => decider.options);
  const names = options.map(({ name }) => labelText(name));
  const used = [form.conflict, ...[...form.readings.values()].flat()].map(({ entry }) => entry.compartment);
  const codes = new Map(states.map((state) => [options.map(({ id }) => (state.taken.includes(id) ? 'Y' : 'N')).join(''), state] as const));
  return {
    ...form,
    model,
    compartments: narrowest(record, used),
    deciderName(place) {
      const { partyId, factionId } = deciders[place] as (typeof deciders)[number];
      const party = record.of('party').get(partyId)?.body;
      const faction = party?.factions.find(({ id }) => id === factionId);
      const name = labelText((party ?? record.of('thirdParty').get(partyId)?.body)?.name ?? { en: partyId });
      return faction === undefined ? name : `${name}, ${labelText(faction.name)}`;
    },
    optionName: (place) => names[place] ?? '',
    optionNameApart(place) {
      const name = names[place] ?? '';
      return names.filter((other) => other === name).length > 1
        ? `${this.deciderName(model.options?.[place]?.decider ?? 0)}: ${name}`
        : name;
    },
    named: (state) => codes.get(String(model.stateName(state))),
    taken: (state) => options.flatMap(({ id }, place) => (model.takes?.(state, place) ? [id] : [])),
  };
}
