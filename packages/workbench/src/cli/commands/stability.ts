import { basename } from 'node:path';
import type { Concept, ReadConflict } from '@parley/methods';
import type { Command } from 'commander';
import type { StabilityRequest } from '../../operations/stability/ask-stability.ts';
import { isCaseFile } from '../exchange-of-case.ts';
import { conceptNamed, conflictForm } from '../option-values.ts';
import { readReport } from '../read-report.ts';
import { importInto, readConflictOfCase, type StabilityOfCaseOptions, stabilityOfCaseOptions } from '../stability-of-case.ts';
import { outputWidth, print, printJson, say } from '../terminal/output.ts';
import { printLongJson } from '../terminal/print-long-json.ts';
import { plainText } from '../terminal/string-width.ts';
import { styled, wantsColour } from '../terminal/style.ts';
import { withExample } from '../with-example.ts';
import { writeFiles } from '../write-files.ts';

interface StabilityOptions extends StabilityRequest, StabilityOfCaseOptions {
  readonly concept: Concept;
  readonly out?: string;
  readonly as: 'csv' | 'json' | 'table';
  readonly force?: boolean;
  readonly json?: boolean;
}

/** The most states whose lists are printed a state a line. */
const MOST_PRETTY_STATES = 65_536;

export function stabilityCommand(program: Command): void {
  const command = program
    .command('stability')
    .description('show which states of a conflict hold: who would leave, by which move, and what stops them')
    .argument('<file>', 'a conflict as JSON, its option form as CSV or XLSX, or a case file')
    .option('--state <state>', 'tell for one state who would leave it, and what answers')
    .option('--guarantee <state>', 'find the smallest changes that make a state hold')
    .option('--concept <concept>', 'nash, gmr, smr, seq or sseq, for what is told of one state', conceptNamed, 'seq')
    .option('--coalitions', 'tell from which equilibria several deciders together would move')
    .option('--fallback', 'tell where fallback bargaining ends')
    .option('--out <file>', 'write the option form to a file')
    .option('--as <form>', 'csv, json or table, for --out', conflictForm, 'csv')
    .option('--force', 'replace a file that is there')
    .option('--json', 'print JSON')
    .action(showStability);
  withExample(
    stabilityOfCaseOptions(command),
    'parley stability conflict.json --json',
    'parley stability conflict.json --state 5 --guarantee 7',
    'parley stability talks.parley',
  );
}

async function showStability(file: string, options: StabilityOptions): Promise<void> {
  const { askStability } = await import('../../operations/stability/ask-stability.ts');
  if (options.into !== undefined) {
    const conflictId = await importInto(options.into, { bytes: readReport(file), fileName: basename(file) }, options);
    return options.json ? printJson({ conflictId }) : print(`${options.into}: recorded as ${conflictId}`);
  }
  const read = isCaseFile(file) ? await readConflictOfCase(file, options) : await readFile(file);
  for (const part of read.ignored) say(`left aside, for it is not known: ${plainText(part)}`);
  if (options.out !== undefined) {
    const { conflictExport } = await import('../../operations/stability/conflict-export.ts');
    writeFiles([{ path: options.out, body: conflictExport(read, options.as) }], { force: options.force === true });
    say(`wrote ${options.out}`);
    return;
  }
  const asked = askStability(read, options);
  if (options.json) return read.conflict.stateCount > MOST_PRETTY_STATES ? printLongJson(asked.answer) : printJson(asked.answer);
  const { drawStability } = await import('../draw-stability.ts');
  const colour = wantsColour(process.stdout);
  const nothing = options.state === undefined && options.guarantee === undefined;
  if (nothing) for (const line of drawStability(read.conflict, asked.verdict, { width: outputWidth(), colour })) print(line);
  asked.told.forEach(({ title, lines }, place) => {
    if (nothing || place > 0) print();
    print(styled(plainText(title), 'firm', colour));
    for (const line of lines) print(`  ${plainText(line)}`);
  });
}

async function readFile(file: string): Promise<ReadConflict> {
  const { readConflictFile } = await import('../../operations/stability/conflict-file.ts');
  return readConflictFile(readReport(file), basename(file));
}
