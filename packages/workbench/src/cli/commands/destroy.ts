import { type Body, type Id, type StoredEntry, UserError } from '@parley/model';
import type { Command } from 'commander';
import type { CaseSession } from '../../operations/case-session.ts';
import { destroyEntries } from '../../operations/destroy-entries.ts';
import { id } from '../option-values.ts';
import { print, printJson, say } from '../terminal/output.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';

interface DestroyOptions {
  readonly reason: string;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function destroyCommand(program: Command): void {
  const command = program
    .command('destroy')
    .description('destroy the content of entries for good; a tombstone stays and the chain still checks')
    .argument('<file>', 'the case file')
    .argument('<entries...>', 'ids of entries, as "parley history" lists them')
    .requiredOption('--reason <reason>', 'why, kept in the tombstone')
    .option('--json', 'print JSON')
    .action((file: string, entries: string[], options: DestroyOptions) => {
      const ids = entries.map(id('the entry'));
      if (options.reason.trim() === '') throw new UserError('--reason is empty', { cure: 'say why, without the content itself' });
      return withCase(file, options, (session) => destroy(session, ids, options));
    });
  withExample(
    passphraseOption(command),
    'parley destroy talks.parley 0198c2f0-5b7e-7c11-a8c3-2f1de0a3b001 --reason "a name taken down by mistake"',
  );
}

async function destroy(session: CaseSession, ids: readonly Id[], { reason, json }: DestroyOptions): Promise<void> {
  const tombstones = await destroyEntries(session, ids, reason);
  const left = otherVersions(session, ids);
  const taken = takenFrom(session, ids);
  if (json) return printJson({ destroyed: ids, tombstones: tombstones.map((entry) => entry.id), otherVersions: left, takenFromIt: taken });
  print(`${ids.length === 1 ? '1 entry' : `${ids.length} entries`} destroyed: ${ids.join(', ')}`);
  if (left.length > 0) say(`Other versions of the same are still there, and may hold the same words: ${left.join(', ')}`);
  if (taken.length > 0) say(`Statements and figures taken from it still hold its words, though no view shows them: ${taken.join(', ')}`);
  say('Copies of the case file made before still hold what was destroyed.');
}

/** Entries on the same subjects that still have their content. */
function otherVersions(session: CaseSession, ids: readonly Id[]): Id[] {
  const subjects = new Set(session.entries.filter((entry) => ids.includes(entry.id)).map(({ subject }) => `${subject.kind}/${subject.id}`));
  return session.entries
    .filter((entry) => !ids.includes(entry.id) && entry.body !== null && subjects.has(`${entry.subject.kind}/${entry.subject.id}`))
    .map((entry) => entry.id);
}

/** Entries that keep words of a source of which an entry was destroyed. */
function takenFrom(session: CaseSession, ids: readonly Id[]): Id[] {
  const destroyed = session.entries.filter(({ id, subject }) => subject.kind === 'source' && ids.includes(id));
  const sources = new Set(destroyed.map(({ subject }) => subject.id));
  return session.entries
    .filter(({ subject, body }) => (subject.kind === 'statement' || subject.kind === 'figure') && sources.has(sourceOf(body)))
    .map(({ id }) => id);
}

function sourceOf(body: StoredEntry['body']): Id {
  return (body as Body<'statement'> | null)?.sourceId ?? '';
}
