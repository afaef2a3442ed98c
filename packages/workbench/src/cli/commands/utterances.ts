import { type Id, UserError } from '@parley/model';
import type { Command } from 'commander';
import { asOf } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { statementLines } from '../draw-statement.ts';
import { outputWidth, print, printJson } from '../terminal/output.ts';
import { plainText } from '../terminal/string-width.ts';
import { styled, wantsColour } from '../terminal/style.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { counted } from '../words.ts';

interface UtterancesOptions extends AsOfOptions {
  readonly join?: readonly Id[];
  readonly decline?: readonly Id[];
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function utterancesCommand(program: Command): void {
  const command = program
    .command('utterances')
    .description('list statements of different sources that look like one utterance, or join them')
    .argument('<file>', 'the case file')
    .option('--join <statements...>', 'record that these statements are witnesses of one utterance')
    .option('--decline <statements...>', 'record that these statements are not of one utterance, so that they are offered no more')
    .option('--json', 'print JSON')
    .action((file: string, options: UtterancesOptions) =>
      withCase(file, options, (session) => {
        if (options.join !== undefined) return join(session, options.join, options);
        return options.decline === undefined ? showGroups(session, options) : decline(session, options.decline, options);
      }),
    );
  withExample(passphraseOption(asOfOptions(command)), 'parley utterances talks.parley', 'parley utterances talks.parley --join s-12 s-31');
}

async function showGroups(session: CaseSession, options: UtterancesOptions): Promise<void> {
  const { suggestUtterances } = await import('../../operations/utterances.ts');
  const { record } = asOf(session, options);
  const groups = await suggestUtterances(session, record);
  if (options.json) return printJson(groups);
  const drawing = { width: outputWidth(), colour: wantsColour(process.stdout) };
  for (const { statements, overlap } of groups) {
    print(
      styled(`${counted(statements.length, 'statement')}, ${Math.round(overlap * 100)} % of the words in common`, 'firm', drawing.colour),
    );
    for (const { id, statement, source, page } of statements) {
      print(
        styled(`  ${plainText([source.title, source.publisher, source.published].filter(Boolean).join(', '))}`, 'quiet', drawing.colour),
      );
      for (const line of statementLines(statement, { record, id, page }, drawing)) print(line);
    }
    print();
  }
  print(
    groups.length === 0
      ? 'no statements look like one utterance'
      : `${counted(groups.length, 'group')} to look at; join with --join and the ids, or part with --decline`,
  );
}

async function join(session: CaseSession, statements: readonly Id[], { json }: UtterancesOptions): Promise<void> {
  const { joinUtterance } = await import('../../operations/utterances.ts');
  const entries = await joinUtterance(session, statements);
  const utteranceId = session.record.of('statement').get(statements[0] ?? '')?.body.utteranceId;
  if (json) return printJson({ utteranceId, statements, changed: entries.map(({ subject }) => subject.id) });
  print(`${counted(statements.length, 'statement')} joined as one utterance; they count as one witness`);
}

async function decline(session: CaseSession, statements: readonly Id[], { json }: UtterancesOptions): Promise<void> {
  const { declineOffer } = await import('../../operations/declined-offers.ts');
  if (statements.length < 2) {
    throw new UserError('one statement alone is no group of witnesses', { cure: 'name two statements or more that were offered together' });
  }
  const entries = await declineOffer(session, { offer: 'utterance', statements: [...statements] });
  if (json) return printJson({ declined: entries[0]?.subject.id, statements });
  print(`${counted(statements.length, 'statement')} kept apart; they are offered together no more`);
}
