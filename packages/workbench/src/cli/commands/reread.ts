import type { Id } from '@parley/model';
import type { Command } from 'commander';
import type { CaseSession } from '../../operations/case-session.ts';
import { print, printJson } from '../terminal/output.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { counted } from '../words.ts';

interface RereadOptions {
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function rereadCommand(program: Command): void {
  const command = program
    .command('reread')
    .description('read sources again with the words that the case has now, and suggest what is new')
    .argument('<file>', 'the case file')
    .argument('[sources...]', 'ids of sources (default: all)')
    .option('--json', 'print JSON')
    .action((file: string, sources: Id[], options: RereadOptions) =>
      withCase(file, options, (session) => reread(session, sources, options)),
    );
  withExample(passphraseOption(command), 'parley reread talks.parley');
}

async function reread(session: CaseSession, named: readonly Id[], { json }: RereadOptions): Promise<void> {
  const { readAgain } = await import('../../operations/read-again.ts');
  const sources = named.length > 0 ? named : [...session.record.of('source').keys()];
  const bar = progressBar(sources.length);
  const read: { sourceId: Id; statements: number; figures: number }[] = [];
  for (const [place, sourceId] of sources.entries()) {
    bar.step(place, session.record.of('source').get(sourceId)?.body.title ?? sourceId);
    const entries = await readAgain(session, sourceId);
    const count = (kind: string): number => entries.filter(({ subject }) => subject.kind === kind).length;
    read.push({ sourceId, statements: count('statement'), figures: count('figure') });
  }
  bar.clear();
  if (json) return printJson(read);
  const sum = (what: 'statements' | 'figures'): number => read.reduce((total, one) => total + one[what], 0);
  print(
    `${counted(read.length, 'source')} read again; ${counted(sum('statements'), 'new statement')} and ${counted(sum('figures'), 'new figure')} suggested`,
  );
}
