import { join } from 'node:path';
import { UserError } from '@parley/model';
import type { Command } from 'commander';
import { asOf } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import { type ExportFormat, exportCase } from '../../operations/export/export-case.ts';
import type { ExportFile } from '../../operations/export/export-file.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { exportFormat } from '../option-values.ts';
import { printJson, say } from '../terminal/output.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { isFolder, makeFolder, writeFiles } from '../write-files.ts';

interface ExportOptions extends AsOfOptions {
  readonly format: ExportFormat;
  readonly out?: string;
  readonly bom?: boolean;
  readonly force?: boolean;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function exportCommand(program: Command): void {
  const command = program
    .command('export')
    .description('write the case for other programs; rules of attribution are honoured')
    .argument('<file>', 'the case file')
    .requiredOption('--format <format>', 'csv (three tables), json (with a manifest) or prov (W3C PROV-JSON)', exportFormat)
    .option('--out <path>', 'the folder (csv) or file to write (default: json and prov to standard output)')
    .option('--bom', 'csv: begin with a byte order mark, by which Excel knows UTF-8')
    .option('--force', 'replace files that are there')
    .option('--json', 'with --out: print the names of the files as JSON')
    .action((file: string, options: ExportOptions) => {
      if (options.format === 'csv' && options.out === undefined) {
        throw new UserError('--format csv writes three files and --out names no folder for them', { cure: 'name one: --out tables' });
      }
      return withCase(file, options, (session) => exportOne(session, options));
    });
  withExample(
    passphraseOption(asOfOptions(command)),
    'parley export talks.parley --format csv --out tables --compartments public',
    'parley export talks.parley --format json --out talks.json',
  );
}

function exportOne(session: CaseSession, options: ExportOptions): void {
  const { record, heldOn, scope } = asOf(session, options);
  const files = exportCase(session, record, heldOn, options.format, scope);
  if (options.out === undefined) {
    for (const { body } of files) process.stdout.write(body);
    return;
  }
  const written = placed(files, options.out, options.format).map(({ path, body }) => ({
    path,
    body: options.bom && options.format === 'csv' ? `\ufeff${body}` : body,
  }));
  writeFiles(written, { force: options.force ?? false });
  if (options.json) {
    printJson({ files: written.map(({ path }) => path), compartments: [...record.compartments].sort() });
    return;
  }
  for (const { path } of written) say(path);
  say(`from ${[...record.compartments].sort().join(', ')}`);
}

/** Where each file goes: into a folder, or for a format of one file to the path itself. */
function placed(files: readonly ExportFile[], out: string, format: ExportFormat): { path: string; body: string }[] {
  if (format === 'csv') makeFolder(out);
  const within = format === 'csv' || isFolder(out);
  return files.map(({ fileName, body }) => ({ path: within ? join(out, fileName) : out, body }));
}
