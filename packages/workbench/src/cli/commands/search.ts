import type { Command } from 'commander';
import { asOf } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import { searchCase } from '../../operations/search-case.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { wholeNumber } from '../option-values.ts';
import { print, printJson } from '../terminal/output.ts';
import { plainText } from '../terminal/string-width.ts';
import { styled, wantsColour } from '../terminal/style.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';

interface SearchOptions extends AsOfOptions {
  readonly limit: number;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function searchCommand(program: Command): void {
  const command = program
    .command('search')
    .description('search the texts of sources, statements and figures')
    .argument('<file>', 'the case file')
    .argument('<words...>', 'words to look for')
    .option('--limit <count>', 'how many at most', wholeNumber('--limit', 1, 1000), 30)
    .option('--json', 'print JSON')
    .action((file: string, words: string[], options: SearchOptions) =>
      withCase(file, options, (session) => search(session, words.join(' '), options)),
    );
  withExample(passphraseOption(asOfOptions(command)), 'parley search talks.parley buffer zone');
}

async function search(session: CaseSession, words: string, options: SearchOptions): Promise<void> {
  const { record, scope } = asOf(session, options);
  const results = await searchCase(session, record, words, { ...scope, limit: options.limit });
  if (options.json) return printJson(results);
  const colour = wantsColour(process.stdout);
  for (const { kind, id, sourceId, snippet } of results) {
    const marked = plainText(snippet).replace(/\ue000(.*?)\ue001/gu, (_, word: string) =>
      colour ? styled(word, 'firm', true) : `[${word}]`,
    );
    print(marked);
    const title = record.of('source').get(sourceId)?.body.title ?? sourceId;
    print(styled(`  ${kind} ${id}, in ${plainText(title)}`, 'quiet', colour));
  }
  if (results.length === 0) print(`nothing found for "${plainText(words)}"`);
}
