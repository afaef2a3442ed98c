import { basename } from 'node:path';
import type { EdtfDate } from '@parley/model';
import type { Reading } from '@parley/reader';
import type { Command } from 'commander';
import { statementLines } from '../draw-statement.ts';
import { edtfDate } from '../option-values.ts';
import { readReport } from '../read-report.ts';
import { outputWidth, print, printJson } from '../terminal/output.ts';
import { plainText } from '../terminal/string-width.ts';
import { styled, wantsColour } from '../terminal/style.ts';
import { withExample } from '../with-example.ts';
import { counted, figureText } from '../words.ts';

interface ReadOptions {
  readonly published?: EdtfDate;
  readonly text?: boolean;
  readonly json?: boolean;
}

export function readCommand(program: Command): void {
  const command = program
    .command('read')
    .description('read a report without a case: who says what in it')
    .argument('<report>', 'a text or HTML file')
    .option('--published <date>', 'when it was published', edtfDate('--published'))
    .option('--text', 'print the text that the offsets count in, and nothing else')
    .option('--json', 'print JSON; offsets count UTF-16 code units of the text as read')
    .action(readOne);
  withExample(command, 'parley read report.txt', 'parley read report.txt --json');
}

async function readOne(file: string, options: ReadOptions): Promise<void> {
  const bytes = readReport(file);
  const { extract, readText } = await import('@parley/reader');
  const { text } = extract(bytes, { fileName: basename(file) });
  if (options.text) return void process.stdout.write(text);
  const reading = readText(text, options.published === undefined ? {} : { published: options.published });
  if (options.json) return printJson(reading);
  await showReading(reading, options.published);
}

async function showReading(reading: Reading, published: EdtfDate | undefined): Promise<void> {
  const { suggestionsFrom } = await import('../../operations/suggestions.ts');
  const drawing = { width: outputWidth(), colour: wantsColour(process.stdout) };
  const { statements } = suggestionsFrom(reading, 'report', published);
  for (const [place, { status: _, ...statement }] of statements.entries()) {
    if (place > 0) print();
    for (const line of statementLines(statement, {}, drawing)) print(line);
  }
  if (reading.figures.length > 0) print(`\n${styled('Figures', 'firm', drawing.colour)}`);
  for (const figure of reading.figures) {
    const about = [figure.measure, figure.scope, figure.since, figure.claimant].filter((words) => words !== null);
    print(`  ${plainText([figureText(figure), ...about].join(', '))}`);
  }
  const unread = reading.unread.length === 0 ? '' : `; ${counted(reading.unread.length, 'sentence')} not understood`;
  print(`\n${counted(statements.length, 'statement')} and ${counted(reading.figures.length, 'figure')}${unread}`);
}
