import { type Id, type Kind, type StoredEntry, UserError } from '@parley/model';
import type { Command } from 'commander';
import { asOf } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import { subjectHistory } from '../../operations/subject-history.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { id, subjectKind } from '../option-values.ts';
import { print, printJson } from '../terminal/output.ts';
import { plainText } from '../terminal/string-width.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';

interface HistoryOptions extends AsOfOptions {
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function historyCommand(program: Command): void {
  const command = program
    .command('history')
    .description('show every version of a subject: who recorded what, and when it was known')
    .argument('<file>', 'the case file')
    .argument('<kind>', 'its kind: party, issue, source, statement, position, figure …', subjectKind)
    .argument('<id>', 'its id', id('the id'))
    .option('--json', 'print JSON')
    .action((file: string, kind: Kind, subjectId: Id, options: HistoryOptions) =>
      withCase(file, options, (session) => showHistory(session, kind, subjectId, options)),
    );
  withExample(passphraseOption(asOfOptions(command)), 'parley history talks.parley statement s-12');
}

function showHistory(session: CaseSession, kind: Kind, subjectId: Id, options: HistoryOptions): void {
  const versions = subjectHistory(session, kind, subjectId, asOf(session, options).scope);
  if (versions.length === 0)
    throw new UserError(`there is no ${kind} "${subjectId}"`, { cure: `name a ${kind} that is there`, code: 'unknown' });
  if (options.json) {
    printJson(versions);
    return;
  }
  let before: StoredEntry | undefined;
  for (const entry of versions) {
    print(`${entry.receivedAt}  ${entry.action}  entry ${entry.id}`);
    print(`  by ${entry.author}, in ${entry.compartment}${entry.recordedAt === entry.receivedAt ? '' : `, recorded ${entry.recordedAt}`}`);
    for (const line of changes(before, entry)) print(`  ${line}`);
    before = entry;
  }
}

/** The fields that an entry changed, each with its value now. */
function changes(before: StoredEntry | undefined, entry: StoredEntry): string[] {
  if (entry.action === 'retract') return ['taken back'];
  if (entry.body === null) return ['its content was destroyed'];
  const [old, now] = [fieldsOf(before), fieldsOf(entry)];
  const names = [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name));
  if (names.length === 0) return ['nothing changed'];
  return names.map((name) => plainText(`${name}: ${now.get(name) ?? 'taken out'}`));
}

function fieldsOf(entry: StoredEntry | undefined): Map<string, string> {
  return new Map(
    Object.entries(entry?.body ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, JSON.stringify(value)]])),
  );
}
