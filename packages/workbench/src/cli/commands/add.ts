import { basename } from 'node:path';
import { type AttributionRule, type Body, type EdtfDate, type Id, type Reliability, UserError } from '@parley/model';
import type { Command } from 'commander';
import type { AddedSource, SourceInput } from '../../operations/add-source.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import { type ModelCommandOptions, modelNamed, modelOptions, readerOptionsFor, releaseOption } from '../model-options.ts';
import { attributionRule, edtfDate, id, languageTag, reliability, sourceKind } from '../option-values.ts';
import { readReport } from '../read-report.ts';
import { sayUserError, USER_FAULT } from '../report-error.ts';
import { print, printJson, say } from '../terminal/output.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { passphraseOption, withCase } from '../with-case.ts';
import { withExample } from '../with-example.ts';
import { counted } from '../words.ts';

interface AddOptions extends ModelCommandOptions {
  readonly publisher?: string;
  readonly published?: EdtfDate;
  readonly title?: string;
  readonly kind: Body<'source'>['kind'];
  readonly attribution?: AttributionRule;
  readonly reliability?: Reliability;
  readonly compartment?: Id;
  readonly language?: string;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function addCommand(program: Command): void {
  const command = program
    .command('add')
    .description('add reports, documents or notes, and suggest the statements and figures in them')
    .argument('<file>', 'the case file')
    .argument('<reports...>', 'text or HTML files')
    .option('--publisher <name>', 'who published it')
    .option('--published <date>', 'when: 2025, 2025-07 or 2025-07-12', edtfDate('--published'))
    .option('--title <title>', 'its title (default: from the report)')
    .option('--kind <kind>', 'report, document or note', sourceKind, 'report')
    .option('--attribution <rule>', 'for a note: on-record, background or not-attributable', attributionRule)
    .option('--reliability <grade>', 'reliability of the source, A to F (Admiralty code)', reliability)
    .option('--compartment <id>', 'the compartment to put it into (default: public)', id('--compartment'))
    .option('--language <tag>', 'the language of the text', languageTag('--language'))
    .option('--json', 'print JSON')
    .action((file: string, reports: string[], options: AddOptions) => {
      checkOptions(reports, options);
      return withCase(file, options, (session) => addReports(session, reports, options));
    });
  withExample(
    passphraseOption(releaseOption(modelOptions(command))),
    'parley add talks.parley report.txt --publisher "The Gazette" --published 2025-07',
  );
}

interface Failed {
  readonly file: string;
  readonly message: string;
  readonly cure: string;
}

async function addReports(session: CaseSession, reports: readonly string[], options: AddOptions): Promise<void> {
  // The reader takes a moment to load; commands that read nothing do without it.
  const { addSource } = await import('../../operations/add-source.ts');
  const { modelReader } = await import('../../operations/model-reader.ts');
  const model = await modelNamed(options);
  const secondReader = (file: string): Pick<SourceInput, 'secondReader'> => {
    const asked = readerOptionsFor(file, model, options);
    return asked === undefined ? {} : { secondReader: modelReader(asked) };
  };
  const bar = progressBar(reports.length);
  const added: (Omit<AddedSource, 'recorded'> & { file: string })[] = [];
  const failed: Failed[] = [];
  for (const [place, file] of reports.entries()) {
    bar.step(place, file);
    try {
      const { recorded: _, ...source } = await addSource(session, { ...inputOf(file, options), ...secondReader(file) });
      added.push({ file, ...source });
      bar.clear();
      if (!options.json) print(`${file}: ${outcome(session, source)}`);
      for (const note of source.notes) say(`${file}: ${note}`);
    } catch (error) {
      bar.clear();
      if (!(error instanceof UserError) || STOPS.has(error.code)) throw error;
      failed.push({ file, message: error.message, cure: error.cure });
      sayUserError(error.message.startsWith(file) ? error.message : `${file}: ${error.message}`, error.cure);
    }
  }
  if (options.json) printJson({ added, failed });
  else if (reports.length > 1) print(summary(added, failed.length));
  if (failed.length > 0) process.exitCode = USER_FAULT;
}

/** What is at fault is the case file, the disk or the model's endpoint: the next report would meet the same. */
const STOPS = new Set(['endpoint', 'diskFull', 'ioError', 'notWritable', 'busy', 'damaged']);

function checkOptions(reports: readonly string[], options: AddOptions): void {
  if (options.title !== undefined && reports.length > 1) {
    throw new UserError(`--title "${options.title}" for ${reports.length} reports`, { cure: 'add a report with a title of its own alone' });
  }
  if (options.kind === 'note' && options.attribution === undefined) {
    throw new UserError('a note without a rule of attribution', {
      cure: 'say what was agreed: --attribution on-record, background or not-attributable',
    });
  }
}

function inputOf(file: string, options: AddOptions): SourceInput {
  const { publisher, published, title, kind, attribution, reliability: grade, compartment, language } = options;
  return {
    bytes: readReport(file),
    fileName: basename(file),
    kind,
    title,
    publisher,
    published,
    language,
    reliability: grade,
    attributionRule: attribution,
    compartment,
  };
}

function outcome(session: CaseSession, { duplicateOf, suggested, figures, similar }: Omit<AddedSource, 'recorded'>): string {
  if (duplicateOf !== null) {
    const title = session.record.of('source').get(duplicateOf)?.body.title ?? duplicateOf;
    return `in the case already as "${title}"; passed over`;
  }
  const like = similar.map(({ sourceId, share }) => {
    const title = session.record.of('source').get(sourceId)?.body.title ?? sourceId;
    return `; ${Math.round(share * 100)} % the same as "${title}", perhaps a copy`;
  });
  return `${counted(suggested, 'statement')} and ${counted(figures, 'figure')} suggested${like.join('')}`;
}

function summary(added: readonly Omit<AddedSource, 'recorded'>[], failed: number): string {
  const fresh = added.filter(({ duplicateOf }) => duplicateOf === null);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const parts = [`${counted(fresh.length, 'source')} added`];
  if (added.length > fresh.length) parts.push(`${added.length - fresh.length} there already`);
  if (failed > 0) parts.push(`${failed} not read`);
  const found = `${counted(sum(fresh.map(({ suggested }) => suggested)), 'statement')} and ${counted(sum(fresh.map(({ figures }) => figures)), 'figure')}`;
  return `${parts.join(', ')}; ${found} suggested`;
}
