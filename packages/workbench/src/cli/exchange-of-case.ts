import { type CaseRecord, type Id, labelText, UserError } from '@parley/model';
import type { Command } from 'commander';
import { asOf } from '../operations/as-of.ts';
import { CASE_FILE_ENDING } from '../operations/case-file-name.ts';
import { scheduleOf, schedulesOf, stepsOf, weighedInput } from '../operations/exchange/exchange-input.ts';
import type { ReadExchangeFile } from '../operations/exchange/read-exchange-file.ts';
import { type AsOfOptions, asOfOptions } from './as-of-options.ts';
import { passphraseOption, withCase } from './with-case.ts';

/** Which exchange of a case, and which schedule of it. */
export interface ExchangeOfCaseOptions extends AsOfOptions {
  readonly exchange?: string;
  readonly schedule?: string;
  readonly passphraseFile?: string;
}

/** An exchange of a case as from a file, and the day that D stands for in the schedule. */
export interface ExchangeOfCase extends ReadExchangeFile {
  readonly firstDay: string | undefined;
}

/** Adds to a command what only a case file needs. */
export function exchangeOfCaseOptions(command: Command): Command {
  return passphraseOption(
    asOfOptions(
      command
        .option('--exchange <id>', 'of a case file with several exchanges: which')
        .option('--schedule <id>', 'of a case file: the schedule to check or to write to a file'),
    ),
  );
}

export function isCaseFile(file: string): boolean {
  return file.endsWith(CASE_FILE_ENDING);
}

/**
 * The exchange of a case file, as known and through the compartments asked for, with one of its schedules: the one
 * named, or the only one there is. Throws a UserError that lists them where it must be said which.
 */
export function readExchangeOfCase(file: string, options: ExchangeOfCaseOptions): Promise<ExchangeOfCase> {
  return withCase(file, options, (session) => {
    const { record } = asOf(session, options);
    const exchangeId = options.exchange ?? theOnly(record, 'exchange', [...record.of('exchange').values()]);
    const { exchange } = weighedInput(record, exchangeId);
    const all = schedulesOf(record, exchangeId);
    const chosen = options.schedule ?? (all.length === 1 ? all[0]?.id : undefined);
    const schedule = chosen === undefined ? null : scheduleOf(record, exchangeId, chosen).body;
    return { exchange, schedule: schedule && stepsOf(exchange, schedule), hasNumberIds: false, firstDay: schedule?.startsOn };
  });
}

/** Why a case file has no schedule to check: none is there, or it must be said which. */
export function noScheduleOfCase(file: string): UserError {
  return new UserError(`${file} has no schedule to check, or more than one`, {
    cure: 'name one with --schedule; "parley serve" lists them under Exchange',
  });
}

function theOnly(record: CaseRecord, what: 'exchange', all: readonly { readonly id: Id }[]): Id {
  const [first, ...rest] = all;
  if (first === undefined) {
    throw new UserError('the case has no exchange yet', { cure: 'say what each side would give under Exchange in the app: parley serve' });
  }
  if (rest.length === 0) return first.id;
  const named = all.map(({ id }) => `${id} (${labelText(record.of(what).get(id)?.body.title ?? { en: id })})`);
  throw new UserError(`the case has ${all.length} exchanges`, { cure: `name one with --exchange: ${named.join(', ')}` });
}
