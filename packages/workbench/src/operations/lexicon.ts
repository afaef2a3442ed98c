import type { CaseRecord } from '@parley/model';
import type { CaseLexicon } from '@parley/reader';

/** The words by which a reader recognises the case's parties and issues. */
export function lexiconOf(record: CaseRecord): CaseLexicon {
  const parties = [...record.of('party').values(), ...record.of('thirdParty').values()];
  return {
    parties: parties.map(({ id, body }) => ({
      id,
      names: [...Object.values(body.name), ...body.aliases],
      factions: ('factions' in body ? body.factions : []).map((faction) => ({
        id: faction.id,
        names: [...Object.values(faction.name), ...faction.aliases],
      })),
    })),
    issues: [...record.of('issue').values()].map(({ id, body }) => ({
      id,
      terms: [...Object.values(body.name), ...body.terms],
      options: body.options.map((option) => ({ id: option.id, terms: [...Object.values(option.name), ...option.terms] })),
    })),
  };
}
