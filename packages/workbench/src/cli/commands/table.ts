import { type CaseRecord, labelText, PUBLIC, type TableView, tableOf } from '@parley/model';
import type { Command } from 'commander';
import { asOf } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import { CASE_SUBJECT } from '../../operations/case-session.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { drawTable } from '../draw-table.ts';
import { outputWidth, print, printJson } from '../terminal/output.ts';
import { plainText, wrapText } from '../terminal/string-width.ts';
import { styled, wantsColour } from '../terminal/style.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { counted } from '../words.ts';

interface TableOptions extends AsOfOptions {
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function tableCommand(program: Command): void {
  const command = program
    .command('table')
    .description('show parties by issues: who holds what, and what is still apart')
    .argument('<file>', 'the case file')
    .option('--json', 'print JSON')
    .action((file: string, options: TableOptions) => withCase(file, options, (session) => showTable(session, options)));
  withExample(
    passphraseOption(asOfOptions(command)),
    'parley table talks.parley',
    'parley table talks.parley --held-on 2025-07-12 --known-at 2025-07-20',
  );
}

function showTable(session: CaseSession, options: TableOptions): void {
  const { record, heldOn } = asOf(session, options);
  const table = tableOf(record, heldOn);
  if (options.json) {
    printJson(table);
    return;
  }
  const drawing = { width: outputWidth(), colour: wantsColour(process.stdout) };
  const title = record.of('case').get(CASE_SUBJECT)?.body.title;
  print(styled(plainText(title === undefined ? session.file : labelText(title)), 'firm', drawing.colour));
  for (const line of wrapText(timesLine(table, options), drawing.width)) print(styled(line, 'quiet', drawing.colour));
  for (const line of wrapText(countsLine(table, record), drawing.width)) print(styled(line, 'quiet', drawing.colour));
  print();
  const missing = firstSteps(table, session.file);
  if (table.rows.length > 0 && table.columns.length > 0) {
    for (const line of drawTable(table, record, drawing)) print(line);
    if (missing.length > 0) print();
  }
  for (const line of missing) print(line);
}

function timesLine({ heldOn, compartments }: TableView, { knownAt }: AsOfOptions): string {
  const narrow = compartments.filter((id) => id !== PUBLIC);
  const known = knownAt === undefined ? 'as known now' : `as known at ${knownAt}`;
  return `held on ${heldOn}, ${known}, ${narrow.length === 0 ? 'public only' : `through ${compartments.join(', ')}`}`;
}

function countsLine({ columns, rows, counts }: TableView, record: CaseRecord): string {
  const sides = columns.filter(({ kind }) => kind === 'party').length;
  const thirds = columns.length - sides;
  const parties = `${sides} ${sides === 1 ? 'party' : 'parties'}${thirds === 0 ? '' : `, ${thirds} third ${thirds === 1 ? 'party' : 'parties'}`}`;
  const statements = `${counted(counts.accepted, 'statement')} accepted, ${counts.suggested} suggested`;
  return `${parties}, ${counted(rows.length, 'issue')}, ${counted(record.of('source').size, 'source')}; ${statements}`;
}

/** What to do next in a case in which there is nothing to show yet. */
function firstSteps({ columns, rows, cells, counts }: TableView, file: string): string[] {
  const steps: string[] = [];
  if (columns.length === 0) steps.push(`parley party ${file} "NAME" --alias "OTHER NAME"    add the parties`);
  if (rows.length === 0) steps.push(`parley issue ${file} "NAME" --option "ONE" "OTHER"    add the issues and their options`);
  if (counts.sources === 0) steps.push(`parley add ${file} REPORT --published 2025-07        add a report`);
  if (steps.length > 0) return ['To begin:', ...steps.map((step) => `  ${step}`)];
  if (cells.every(({ stances }) => stances.length === 0)) {
    return [
      'Nobody holds anything yet. What the reports say is suggested until a person accepts it:',
      `  parley statements ${file} --status suggested    read what is suggested`,
      `  parley serve ${file}                            review it in the browser`,
    ];
  }
  return [];
}
