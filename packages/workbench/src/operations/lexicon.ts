import { type CaseRecord, type Id, mayReferTo, type Version } from '@parley/model';
import type { CaseLexicon } from '@parley/reader';

/**
 * The words by which a reader recognises the parties and issues that an entry in `compartment` may
 * name, and the cues that the case adds to its own. The others are left out: to link to one, or to
 * go by one, would tell of it.
 */
export function lexiconOf(record: CaseRecord, compartment: Id): CaseLexicon & Required<Pick<CaseLexicon, 'cues'>> {
  const mayName = ({ entry }: Version): boolean => mayReferTo(record, compartment, entry.compartment);
  const parties = [...record.of('party').values(), ...record.of('thirdParty').values()].filter(mayName);
  const issues = [...record.of('issue').values()].filter(mayName);
  const cues = [...record.of('cue').values()].filter(mayName);
  return {
    parties: parties.map(({ id, body }) => ({
      id,
      names: [...Object.values(body.name), ...body.aliases],
      factions: ('factions' in body ? body.factions : []).map((faction) => ({
        id: faction.id,
        names: [...Object.values(faction.name), ...faction.aliases],
      })),
    })),
    issues: issues.map(({ id, body }) => ({
      id,
      terms: [...Object.values(body.name), ...body.terms],
      options: body.options.map((option) => ({ id: option.id, terms: [...Object.values(option.name), ...option.terms] })),
    })),
    cues: cues.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ body: { words, strength, language } }) => ({ words, strength, language })),
  };
}
