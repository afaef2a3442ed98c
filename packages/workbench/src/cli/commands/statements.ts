import { type Id, pageAt, type Span } from '@parley/model';
import type { Command } from 'commander';
import { asOf } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import { listStatements } from '../../operations/list-statements.ts';
import { sourceText } from '../../operations/source-text.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { statementLines } from '../draw-statement.ts';
import { unreadLines } from '../draw-unread.ts';
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
  readonly unread?: boolean;
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
    .option('--unread', 'list instead the sentences of each source that look attributed but were not understood')
    .option('--json', 'print JSON')
    .action((file: string, options: StatementsOptions) =>
      withCase(file, options, (session) => (options.unread ? showUnread(session, options) : showStatements(session, options))),
    );
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
  for (const { id, statement, source, page } of statements) {
    if (source.id !== sourceId) {
      if (sourceId !== null) print();
      print(sourceLine(source));
      sourceId = source.id;
    }
    for (const line of statementLines(statement, { record, id, page }, drawing)) print(line);
  }
  print(`${statements.length === 0 ? '' : '\n'}${counted(statements.length, 'statement')}`);
}

/** The sentences that nobody has looked at yet: what the reader did not understand, as it reads now. */
async function showUnread(session: CaseSession, options: StatementsOptions): Promise<void> {
  const { unreadSentences } = await import('../../operations/unread-sentences.ts');
  const { record } = asOf(session, options);
  const found: { sourceId: Id; title: string; sentences: (Span & { page: number | null })[] }[] = [];
  for (const source of record.of('source').values()) {
    const sentences = unreadSentences(record, source, await sourceText(session, source.id, record));
    if (sentences.length === 0) continue;
    found.push({
      sourceId: source.id,
      title: source.body.title,
      sentences: sentences.map((span) => ({ ...span, page: pageAt(source.body, span.start) })),
    });
    if (options.json) continue;
    print(sourceLine(source.body));
    for (const line of unreadLines(sentences, source.body)) print(line);
    print();
  }
  if (options.json) return printJson(found);
  const count = found.reduce((sum, { sentences }) => sum + sentences.length, 0);
  print(`${counted(count, 'sentence')} ${count === 1 ? 'looks' : 'look'} attributed but ${count === 1 ? 'was' : 'were'} not understood`);
}

function sourceLine({
  title,
  publisher,
  published,
}: {
  title: string;
  publisher?: string | null | undefined;
  published?: string | null | undefined;
}): string {
  return styled(plainText([title, publisher, published].filter(Boolean).join(', ')), 'firm', wantsColour(process.stdout));
}
