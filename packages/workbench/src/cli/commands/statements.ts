import type { Command } from 'commander';
import { asOf } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import { listStatements } from '../../operations/list-statements.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { statementLines } from '../draw-statement.ts';
import { issueNamed, partyNamed } from '../named-subject.ts';
import { statementStatus } from '../option-values.ts';
import { outputWidth, print, printJson } from '../terminal/output.ts';
import { plainText } from '../terminal/string-width.ts';
import { styled, wantsColour } from '../terminal/style.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { counted } from '../words.ts';

interface StatementsOptions extends AsOfOptions {
  readonly status?: 'suggested' | 'accepted' | 'rejected';
  readonly party?: string;
  readonly issue?: string;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function statementsCommand(program: Command): void {
  const command = program
    .command('statements')
    .description('list statements with their ids')
    .argument('<file>', 'the case file')
    .option('--status <status>', 'only those suggested, accepted or rejected', statementStatus)
    .option('--party <party>', 'only those of this party: its id, name or an alias')
    .option('--issue <issue>', 'only those on this issue: its id or name')
    .option('--json', 'print JSON')
    .action((file: string, options: StatementsOptions) => withCase(file, options, (session) => showStatements(session, options)));
  withExample(passphraseOption(asOfOptions(command)), 'parley statements talks.parley --status suggested');
}

async function showStatements(session: CaseSession, options: StatementsOptions): Promise<void> {
  const { record } = asOf(session, options);
  const { statements } = await listStatements(session, record, {
    status: options.status,
    partyId: options.party === undefined ? undefined : partyNamed(record, options.party),
    issueId: options.issue === undefined ? undefined : issueNamed(record, options.issue),
    limit: Number.POSITIVE_INFINITY,
    offset: 0,
  });
  if (options.json) return printJson(statements);
  const drawing = { width: outputWidth(), colour: wantsColour(process.stdout) };
  let sourceId: string | null = null;
  for (const { id, statement, source } of statements) {
    if (source.id !== sourceId) {
      if (sourceId !== null) print();
      print(styled(plainText([source.title, source.publisher, source.published].filter(Boolean).join(', ')), 'firm', drawing.colour));
      sourceId = source.id;
    }
    for (const line of statementLines(statement, { record, id }, drawing)) print(line);
  }
  print(`${statements.length === 0 ? '' : '\n'}${counted(statements.length, 'statement')}`);
}
