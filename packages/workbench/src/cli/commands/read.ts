import { basename } from 'node:path';
import type { EdtfDate } from '@parley/model';
import type { ModelReading } from '@parley/reader';
import type { Command } from 'commander';
import { statementLines } from '../draw-statement.ts';
import { longText } from '../long-text.ts';
import { type ModelCommandOptions, modelNamed, modelOptions } from '../model-options.ts';
import { edtfDate, languageTag } from '../option-values.ts';
import { printReading } from '../print-reading.ts';
import { readReport } from '../read-report.ts';
import { outputWidth, print, printJson, say } from '../terminal/output.ts';
import { plainText } from '../terminal/string-width.ts';
import { styled, wantsColour } from '../terminal/style.ts';
import { withExample } from '../with-example.ts';
import { counted } from '../words.ts';

interface ReadOptions extends ModelCommandOptions {
  readonly published?: EdtfDate;
  readonly language?: string;
  readonly text?: boolean;
  readonly json?: boolean;
}

export function readCommand(program: Command): void {
  const command = program
    .command('read')
    .description('read a report without a case: who says what in it')
    .argument('<report>', 'a file of one of the formats in docs/formats.md')
    .option('--published <date>', 'when it was published', edtfDate('--published'))
    .option('--language <tag>', 'the language of the text (default: told from it)', languageTag('--language'))
    .option('--text', 'print the text that the offsets count in, and nothing else')
    .option('--json', 'print JSON; offsets count UTF-16 code units of the text as read')
    .action(readOne);
  withExample(modelOptions(command), 'parley read report.txt', 'parley read report.txt --json');
}

async function readOne(file: string, options: ReadOptions): Promise<void> {
  const pieces = options.text || options.model !== undefined ? null : await longText(file);
  if (pieces !== null) return readLong(pieces(), options);
  const bytes = readReport(file);
  const { extractAll, readText, readWithModel } = await import('@parley/reader');
  const reports = await extractAll(bytes, { fileName: basename(file) });
  if (options.text) return void process.stdout.write(reports.map(({ text }) => text).join('\n\f\n'));
  const model = await modelNamed(options);
  const readings: unknown[] = [];
  for (const { text, title, publisher, published: own, pages } of reports) {
    const published = options.published ?? own ?? undefined;
    const { language } = options;
    const reading = readText(text, { ...(published !== undefined && { published }), ...(language !== undefined && { language }) });
    const second = model && (await readWithModel(text, model));
    const paged = pages.length === 0 ? reading : { ...reading, pages };
    const whole = second === undefined ? paged : { ...paged, model: second };
    readings.push(reports.length === 1 ? whole : { title, publisher, published: own, ...whole });
    if (options.json) continue;
    if (reports.length > 1) print(`${readings.length > 1 ? '\n' : ''}${headline(title ?? text)}`);
    const { showReading } = await import('../show-reading.ts');
    await showReading([reading], { published, pages });
    if (second !== undefined) await showProposals(second);
  }
  if (options.json) printJson(reports.length === 1 ? readings[0] : readings);
}

/** A text that is long, in the memory of a short one. */
async function readLong(pieces: Iterable<string>, options: ReadOptions): Promise<void> {
  await modelNamed(options);
  const { readInParts } = await import('@parley/reader');
  const { published, language } = options;
  const parts = readInParts(pieces, { ...(published !== undefined && { published }), ...(language !== undefined && { language }) });
  if (options.json) return printReading(parts);
  const { showReading } = await import('../show-reading.ts');
  await showReading(parts, { published, pages: [] });
}

/** The title over each of several reports in one file. */
function headline(words: string): string {
  return styled(plainText(words.trim().split('\n', 1)[0] ?? '').slice(0, 120), 'firm', wantsColour(process.stdout));
}

/** What a model proposes, apart from what our reader found. */
async function showProposals({ statements, notes, provenance }: ModelReading): Promise<void> {
  const { suggestionsFrom } = await import('../../operations/suggestions.ts');
  const drawing = { width: outputWidth(), colour: wantsColour(process.stdout) };
  print(`\n${styled(plainText(`Proposed by ${provenance.name} at ${provenance.endpointHost}`), 'firm', drawing.colour)}`);
  for (const { status: _, ...statement } of suggestionsFrom({ statements, figures: [] }, 'report', undefined).statements) {
    for (const line of statementLines(statement, {}, drawing)) print(line);
    print();
  }
  print(counted(statements.length, 'statement'));
  for (const note of notes) say(note);
}
