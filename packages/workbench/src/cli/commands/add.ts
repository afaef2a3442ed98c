import { basename } from 'node:path';
import { type AttributionRule, type Body, type EdtfDate, type Id, type Reliability, UserError } from '@parley/model';
import type { Command } from 'commander';
import type { AddedSource, SourceInput } from '../../operations/add-source.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import { type ModelCommandOptions, modelNamed, modelOptions, readerOptionsFor, releaseOption } from '../model-options.ts';
import { attributionRule, edtfDate, id, languageTag, reliability, sourceKind } from '../option-values.ts';
import { readReport } from '../read-report.ts';
import { sayUserError, USER_FAULT } from '../report-error.ts';
import { reportPaths } from '../report-paths.ts';
import { print, printJson, say } from '../terminal/output.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { plainText } from '../terminal/string-width.ts';
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
    .argument('<reports...>', 'files, folders with all that is in them, or patterns such as "reports/*.pdf"')
    .option('--publisher <name>', 'who published it')
    .option('--published <date>', 'when: 2025, 2025-07 or 2025-07-12', edtfDate('--published'))
    .option('--title <title>', 'its title (default: from the report)')
    .option('--kind <kind>', 'report, document or note', sourceKind, 'report')
    .option('--attribution <rule>', 'for a note: on-record, background or not-attributable', attributionRule)
    .option('--reliability <grade>', 'reliability of the source, A to F (Admiralty code)', reliability)
    .option('--compartment <id>', 'the compartment to put it into (default: public)', id('--compartment'))
    .option('--language <tag>', 'the language of the text (default: told from it)', languageTag('--language'))
    .option('--json', 'print JSON')
    .action((file: string, reports: string[], options: AddOptions) => {
      checkOptions(options);
      return withCase(file, options, (session) => addReports(session, reports, options), UNASKED);
    });
  withExample(
    passphraseOption(releaseOption(modelOptions(command))),
    'parley add talks.parley report.txt --publisher "The Gazette" --published 2025-07',
  );
}

/** What there is most of in a case, and what adding to it asks nothing of. */
const UNASKED = ['statement', 'figure'] as const;
/** A text of so many bytes is read while it is recorded. Alone there is no other thread that could read it faster. */
const LATE_BYTES = { alone: 1024 * 1024, amongOthers: 8 * 1024 * 1024 };

interface Failed {
  readonly file: string;
  readonly message: string;
  readonly cure: string;
}

async function addReports(session: CaseSession, paths: readonly string[], options: AddOptions): Promise<void> {
  const { files, failed: notFound } = reportPaths(paths);
  checkTitle(files, options);
  // The reader takes a moment to load; commands that read nothing do without it.
  const { addInOrder } = await import('../../operations/add-in-order.ts');
  const { startReadingPool } = await import('../../operations/reading/reading-pool.ts');
  const { modelReader } = await import('../../operations/model-reader.ts');
  const model = await modelNamed(options);
  const secondReader = (file: string): Pick<SourceInput, 'secondReader'> => {
    const asked = readerOptionsFor(file, model, options);
    return asked === undefined ? {} : { secondReader: modelReader(asked) };
  };
  const bar = progressBar(files.length);
  const added: (Outcome & { file: string })[] = [];
  const failed: Failed[] = [];
  const fail = (file: string, { message, cure }: UserError): void => {
    failed.push({ file, message, cure });
    sayUserError(message.startsWith(file) ? message : `${file}: ${message}`, cure);
  };
  for (const { path, error } of notFound) fail(path, error);
  const inputs = (file: string): SourceInput => ({ ...inputOf(file, options), ...secondReader(file) });
  // For one file alone a thread would only take time to start.
  const pool = startReadingPool(
    files.length === 1 ? { shortBytes: Number.POSITIVE_INFINITY, lateBytes: LATE_BYTES.alone } : { lateBytes: LATE_BYTES.amongOthers },
  );
  let place = 0;
  bar.step(place, plainText(files[0] ?? ''));
  try {
    for await (const { item: file, added: sources, mistake } of addInOrder(session, files, { inputOf: inputs, pool })) {
      bar.clear();
      if (mistake !== null) {
        if (STOPS.has(mistake.code)) throw mistake;
        fail(file, mistake);
      } else {
        for (const { recorded: _, ...source } of sources) added.push({ file, ...source });
        if (!options.json) print(plainText(`${file}: ${outcome(session, sources)}`));
        for (const note of sources.flatMap(({ notes }) => notes)) say(plainText(`${file}: ${note}`));
      }
      place += 1;
      if (place < files.length) bar.step(place, plainText(files[place] as string));
    }
  } finally {
    bar.clear();
    await pool.close();
  }
  if (options.json) printJson({ added, failed });
  else if (files.length + notFound.length > 1) print(summary(added, failed.length));
  if (failed.length > 0) process.exitCode = USER_FAULT;
}

/** What is at fault is the case file, the disk or the model's endpoint: the next report would meet the same. */
const STOPS = new Set(['endpoint', 'diskFull', 'ioError', 'notWritable', 'busy', 'damaged']);

function checkTitle(files: readonly string[], { title }: AddOptions): void {
  if (title === undefined || files.length < 2) return;
  throw new UserError(`--title "${title}" for ${files.length} reports`, { cure: 'add a report with a title of its own alone' });
}

function checkOptions(options: AddOptions): void {
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

type Outcome = Omit<AddedSource, 'recorded'>;

function outcome(session: CaseSession, sources: readonly Outcome[]): string {
  const [only, ...more] = sources;
  if (only === undefined || more.length > 0) return summary(sources, 0);
  const { duplicateOf, suggested, figures, unread, similar } = only;
  if (duplicateOf !== null) {
    const title = session.record.of('source').get(duplicateOf)?.body.title ?? duplicateOf;
    return `in the case already as "${title}"; passed over`;
  }
  const like = similar.map(({ sourceId, share }) => {
    const title = session.record.of('source').get(sourceId)?.body.title ?? sourceId;
    return `; ${Math.round(share * 100)} % the same as "${title}", perhaps a copy`;
  });
  const open = unread === 0 ? '' : `; ${counted(unread, 'sentence')} not understood (parley statements --unread)`;
  return `${counted(suggested, 'statement')} and ${counted(figures, 'figure')} suggested${open}${like.join('')}`;
}

function summary(added: readonly Outcome[], failed: number): string {
  const fresh = added.filter(({ duplicateOf }) => duplicateOf === null);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const parts = [`${counted(fresh.length, 'source')} added`];
  if (added.length > fresh.length) parts.push(`${added.length - fresh.length} there already`);
  if (failed > 0) parts.push(`${failed} not read`);
  const found = `${counted(sum(fresh.map(({ suggested }) => suggested)), 'statement')} and ${counted(sum(fresh.map(({ figures }) => figures)), 'figure')}`;
  return `${parts.join(', ')}; ${found} suggested`;
}
