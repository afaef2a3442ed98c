import { type Body, type CaseRecord, type Id, type Label, UserError } from '@parley/model';

/** A party or third party by its id, name or alias. Throws a UserError where there is none, or more than one. */
export function partyNamed(record: CaseRecord, words: string): Id {
  const parties = [...record.of('party').values(), ...record.of('thirdParty').values()];
  return theOne(
    'party',
    words,
    parties.map(({ id, body }) => ({ id, names: [...texts(body.name), ...body.aliases] })),
  );
}

/** An issue by its id or name. */
export function issueNamed(record: CaseRecord, words: string): Id {
  const issues = [...record.of('issue').values()];
  return theOne(
    'issue',
    words,
    issues.map(({ id, body }) => ({ id, names: texts(body.name) })),
  );
}

/** An option of an issue by its id or name. */
export function optionNamed(issue: Body<'issue'>, words: string): Id {
  return theOne(
    'option',
    words,
    issue.options.map(({ id, name }) => ({ id, names: texts(name) })),
  );
}

const texts = (label: Label): string[] => Object.values(label);
const fold = (text: string): string => text.normalize('NFC').toLowerCase().trim();

function theOne(what: string, words: string, candidates: readonly { id: Id; names: readonly string[] }[]): Id {
  const exact = candidates.find(({ id }) => id === words);
  if (exact !== undefined) return exact.id;
  const found = candidates.filter(({ names }) => names.some((name) => fold(name) === fold(words)));
  if (found.length === 1) return (found[0] as { id: Id }).id;
  if (found.length > 1) {
    throw new UserError(`"${words}" names more than one ${what}`, {
      cure: `use the id: ${found.map(({ id }) => id).join(' or ')}`,
      code: 'unknown',
    });
  }
  const known = candidates.map(({ names }) => names[0]).filter((name) => name !== undefined);
  throw new UserError(`there is no ${what} "${words}"`, {
    cure: known.length === 0 ? `add the ${what} first` : `name one that is there: ${known.slice(0, 12).join(', ')}`,
    code: 'unknown',
  });
}
