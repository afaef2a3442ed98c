import type { ReadConflict } from '@parley/methods';
import { type CaseRecord, type Id, labelText, UserError } from '@parley/model';
import type { Command } from 'commander';
import { asOf } from '../operations/as-of.ts';
import { importConflict } from '../operations/stability/import-conflict.ts';
import { namedConflict } from '../operations/stability/named-form.ts';
import { type AsOfOptions, asOfOptions } from './as-of-options.ts';
import { passphraseOption, withCase } from './with-case.ts';

/** Which conflict of a case. */
export interface StabilityOfCaseOptions extends AsOfOptions {
  readonly conflict?: string;
  readonly into?: string;
  readonly passphraseFile?: string;
}

/** Adds to a command what only a case file needs. */
export function stabilityOfCaseOptions(command: Command): Command {
  return passphraseOption(
    asOfOptions(
      command
        .option('--conflict <id>', 'of a case file with several conflicts: which')
        .option('--into <case>', 'record the option form in a case file, whose parties the deciders are'),
    ),
  );
}

/** The conflict of a case file, as known and through the compartments asked for. Throws a UserError that lists them where it must be said which. */
export function readConflictOfCase(file: string, options: StabilityOfCaseOptions): Promise<ReadConflict> {
  return withCase(file, options, (session) => {
    const { record } = asOf(session, options);
    return namedConflict(record, options.conflict ?? theOnlyConflict(record));
  });
}

/** Records the option form of a file in a case; gives the id of the conflict. */
export function importInto(caseFile: string, form: { bytes: Uint8Array; fileName: string }, options: StabilityOfCaseOptions): Promise<Id> {
  return withCase(caseFile, options, async (session) => (await importConflict(session, form)).conflictId);
}

function theOnlyConflict(record: CaseRecord): Id {
  const [first, ...rest] = record.of('conflict').values();
  if (first === undefined) {
    throw new UserError('the case has no conflict yet', {
      cure: 'draw one up under Stability in the app (parley serve), or take one in: parley stability form.csv --into FILE',
    });
  }
  if (rest.length === 0) return first.id;
  const named = [first, ...rest].map(({ id, body }) => `${id} (${labelText(body.title)})`);
  throw new UserError(`the case has ${named.length} conflicts`, { cure: `name one with --conflict: ${named.join(', ')}` });
}
