import { type OptionForm, optionPatterns } from '@parley/methods';
import { type Body, type CaseRecord, type Id, type Label, labelText, PUBLIC, parseBody, type StoredEntry, UserError } from '@parley/model';
import type { CaseSession } from '../case-session.ts';
import { putDraft } from '../recorder.ts';
import { readConflictFile } from './conflict-file.ts';

export interface ConflictImport {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** What it is about; the name of the file where absent. */
  readonly title?: Label | undefined;
  readonly compartment?: Id | undefined;
}

/**
 * Records the conflict of a file, with what its deciders want: an option form as JSON, CSV or XLSX. Deciders
 * are found among the parties, factions and third parties of the case by name.
 *
 * Throws a UserError where a decider is none of these, or where the file has what the case cannot keep: states and
 * moves given directly, moves that are barred, an order of states instead of statements.
 */
export async function importConflict(
  session: CaseSession,
  { bytes, fileName, title = { en: fileName.replace(/\.\w+$/, '') }, compartment = PUBLIC }: ConflictImport,
): Promise<{ conflictId: Id; entries: StoredEntry[] }> {
  const read = await readConflictFile(bytes, fileName);
  if (!('options' in read.form))
    throw cannotKeep(`${fileName} gives states and moves directly`, 'give each decider options and statements');
  const form = read.form.options;
  if ((form.barredMoves ?? []).length > 0) throw cannotKeep(`${fileName} bars moves`, 'say instead what cannot be together');
  const names = Object.keys(form.deciders);
  const optionIds = (read.conflict.options ?? []).map((_, place) => `option-${place + 1}`);
  const condition = (words: string, where: string) => ({
    anyOf: optionPatterns(read.conflict, words, where).map(({ taken, left }) => ({
      taken: taken.map((place) => optionIds[place] as Id),
      left: left.map((place) => optionIds[place] as Id),
    })),
  });
  refuseOneTwice(session.record, names);
  const conflictId = session.recorder.newId();
  const conflict = parseBody('conflict', {
    title,
    deciders: names.map((name, decider) =>
      deciderBody(session.record, form, { name, decider, optionIds, all: read.conflict.options ?? [] }),
    ),
    infeasible: (form.infeasible ?? []).map((words) => condition(words, 'what cannot be')),
  });
  const preferences = names.flatMap((name, decider) =>
    readingsOf(form, name).map((statements) =>
      parseBody('preference', {
        conflictId,
        deciderId: `by-${decider + 1}`,
        statements: statements.map((words) => ({ holds: condition(words, `what ${name} wants`) })),
      }),
    ),
  );
  const { recorder } = session;
  const entries = await session.commit([
    putDraft(recorder, 'conflict', conflictId, conflict as Body<'conflict'>, compartment),
    ...preferences.map((body) => putDraft(recorder, 'preference', recorder.newId(), body as Body<'preference'>, compartment)),
  ]);
  return { conflictId, entries };
}

interface Named {
  readonly name: string;
  readonly decider: number;
  readonly optionIds: readonly Id[];
  readonly all: readonly { readonly name: string; readonly decider: number }[];
}

function deciderBody(record: CaseRecord, form: OptionForm, { name, decider, optionIds, all }: Named): object {
  const own = form.deciders[name] as OptionForm['deciders'][string];
  const places = all.flatMap((option, place) => (option.decider === decider ? [place] : []));
  return {
    id: `by-${decider + 1}`,
    ...partyNamed(record, name),
    options: own.options.map((option, at) => ({
      id: optionIds[places[at] as number],
      name: { en: typeof option === 'string' ? option : option.name },
      ...(typeof option === 'object' && option.oneWay !== undefined && { oneWay: option.oneWay }),
    })),
    ...(own.transitive !== undefined && { transitive: own.transitive }),
  };
}

/** The party, faction or third party of that name, in any of its languages or as an alias; a faction also as "Party, Faction". */
function partyNamed(record: CaseRecord, name: string): { partyId: Id; factionId?: Id } {
  const isMeant = (called: string): boolean => called.trim().toLowerCase() === name.trim().toLowerCase();
  for (const kind of ['party', 'thirdParty'] as const) {
    for (const { id, body } of record.of(kind).values()) {
      if ([...Object.values(body.name), ...body.aliases].some(isMeant)) return { partyId: id };
      for (const faction of 'factions' in body ? body.factions : []) {
        const full = `${labelText(body.name)}, ${labelText(faction.name)}`;
        if ([full, ...Object.values(faction.name)].some(isMeant)) return { partyId: id, factionId: faction.id };
      }
    }
  }
  throw new UserError(`there is no party "${name}"`, {
    cure: 'add it first, or call the decider in the file as the case does',
    code: 'unknown',
  });
}

/** Two names of one party would be taken for two who decide apart. */
function refuseOneTwice(record: CaseRecord, names: readonly string[]): void {
  const taken = new Map<string, string>();
  for (const name of names) {
    const { partyId, factionId = '' } = partyNamed(record, name);
    const who = `${partyId} ${factionId}`;
    const other = taken.get(who);
    if (other !== undefined)
      throw new UserError(`"${other}" and "${name}" are one party in this case`, { cure: 'put what it may do under one decider' });
    taken.set(who, name);
  }
}

function readingsOf(form: OptionForm, name: string): readonly (readonly string[])[] {
  const { statements, readings, preference, better = [], equal = [], orders } = form.deciders[name] as OptionForm['deciders'][string];
  if (preference !== undefined || orders !== undefined || better.length + equal.length > 0) {
    throw cannotKeep(`${name} has an order of states`, 'say what it wants in statements, most important first');
  }
  return readings ?? (statements === undefined || statements.length === 0 ? [] : [statements]);
}

function cannotKeep(what: string, cure: string): UserError {
  return new UserError(`${what}, which a case does not keep`, { cure, code: 'unsupported' });
}
