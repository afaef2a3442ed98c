import { basename } from 'node:path';
import type { Exchange, ExchangeCheck, ExchangeStep, RobustResult } from '@parley/methods';
import { UserError } from '@parley/model';
import type { Command } from 'commander';
import type { ScheduleFormat } from '../../operations/exchange/export-schedule.ts';
import type { ReadExchangeFile } from '../../operations/exchange/read-exchange-file.ts';
import {
  type ExchangeOfCaseOptions,
  exchangeOfCaseOptions,
  isCaseFile,
  noScheduleOfCase,
  readExchangeOfCase,
} from '../exchange-of-case.ts';
import { day, scheduleFormat, wholeNumber } from '../option-values.ts';
import { readReport } from '../read-report.ts';
import { outputWidth, print, printJson, say } from '../terminal/output.ts';
import { wantsColour } from '../terminal/style.ts';
import { withExample } from '../with-example.ts';
import { writeFiles } from '../write-files.ts';

interface ExchangeOptions extends ExchangeOfCaseOptions {
  readonly budget: number;
  readonly format?: ScheduleFormat;
  readonly out?: string;
  readonly start?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** A schedule that was checked is unsafe: neither a mistake nor a fault. */
const UNSAFE = 3;

export function exchangeCommand(program: Command): void {
  const command = program
    .command('exchange')
    .description('plan an exchange that neither side gains by breaking off; "exchange check" checks a schedule')
    .argument('<file>', 'the exchange as JSON, a schedule as CSV or XLSX, or a case file')
    .option(
      '--budget <seconds>',
      'where there are too many orders to go through all, look for so long',
      wholeNumber('--budget', 1, 3600),
      5,
    );
  commonOptions(command).action((file: string, options: ExchangeOptions) => planOne(file, options));
  const check = command
    .command('check')
    .description('check a schedule: where it first becomes unsafe, for whom and by how much; exit code 3 where it does')
    .argument('<file>', 'the exchange with its schedule as JSON, a schedule as CSV or XLSX, or a case file');
  commonOptions(check).action((file: string, _: ExchangeOptions, own: Command) => checkOne(file, own.optsWithGlobals<ExchangeOptions>()));
  withExample(command, 'parley exchange exchange.json --json', 'parley exchange exchange.json --format docx --out annex.docx');
  withExample(check, 'parley exchange check schedule.csv');
}

function commonOptions(command: Command): Command {
  return exchangeOfCaseOptions(command)
    .option('--format <format>', 'with --out: ics (a calendar), csv, xlsx, json or docx (an annex table)', scheduleFormat)
    .option('--out <path>', 'write the schedule to a file')
    .option('--start <day>', 'the day that D stands for, for a calendar', day('--start'))
    .option('--force', 'replace a file that is there')
    .option('--json', 'print JSON');
}

async function planOne(file: string, options: ExchangeOptions): Promise<void> {
  const { exchange, hasNumberIds, firstDay } = await readFile(file, options);
  const { planExchange } = await import('@parley/methods');
  const end = Date.now() + options.budget * 1000;
  const plan = planExchange(exchange, { maxSearch: 20_000_000, shouldStop: () => Date.now() > end });
  await writeSchedule(exchange, plan.check, { start: firstDay, ...options });
  const robust = await robustOf(exchange, plan.schedule);
  if (options.json) {
    const { planResult } = await import('../../operations/exchange/exchange-results.ts');
    return printJson({ ...planResult(exchange, plan, hasNumberIds), ...(robust === null ? {} : { robust }) });
  }
  const { planLines, robustLines } = await import('../draw-exchange.ts');
  const drawing = { width: outputWidth(), colour: wantsColour(process.stdout) };
  for (const line of [...planLines(exchange, plan, drawing), ...robustLines(robust)]) print(line);
}

async function checkOne(file: string, options: ExchangeOptions): Promise<void> {
  const read = await readFile(file, options);
  const { exchange } = read;
  const { checkSchedule, remedy } = await import('@parley/methods');
  const schedule = scheduleOf(read, file);
  const check = checkSchedule(exchange, schedule);
  await writeSchedule(exchange, check, { start: read.firstDay, ...options });
  const end = Date.now() + options.budget * 1000;
  const remedies = remedy(exchange, schedule, { shouldStop: () => Date.now() > end });
  const robust = await robustOf(exchange, schedule);
  if (options.json) {
    const { checkResult } = await import('../../operations/exchange/exchange-results.ts');
    const { remedies: found, lastTranche } = remedies;
    printJson({ ...checkResult(exchange, check), remedies: found, lastTranche, ...(robust === null ? {} : { robust }) });
  } else {
    const { checkLines, remedyLines, robustLines } = await import('../draw-exchange.ts');
    const drawing = { width: outputWidth(), colour: wantsColour(process.stdout) };
    for (const line of [...checkLines(exchange, check, drawing), ...robustLines(robust), ...remedyLines(exchange, remedies)]) print(line);
  }
  if (!check.safe) process.exitCode = UNSAFE;
}

/** Values drawn where a command only looks on the way; a schedule of thousands of steps is left alone. */
const SAMPLES = 500;
const MOST_STEPS_SAMPLED = 2000;

/** What holds beyond the guarded reading; null where all amounts are plain numbers. */
async function robustOf(exchange: Exchange, schedule: readonly ExchangeStep[]): Promise<Omit<RobustResult, 'schedule'> | null> {
  const isPlain = exchange.items.every(({ cost, value }) => [cost, value].every((amount) => 'low' in amount && amount.low === amount.high));
  if (isPlain || schedule.length > MOST_STEPS_SAMPLED) return null;
  const { robust } = await import('@parley/methods');
  const { schedule: _, ...result } = robust(exchange, { schedule, samples: SAMPLES, maxStates: 2 ** 20, maxSearch: 50_000 });
  return result;
}

interface WrittenOptions extends Pick<ExchangeOptions, 'format' | 'out' | 'force'> {
  readonly start?: string | undefined;
}

async function writeSchedule(exchange: Exchange, check: ExchangeCheck, { format, out, start, force }: WrittenOptions): Promise<void> {
  if (out === undefined) {
    if (format === undefined) return;
    throw new UserError(`--format ${format} without --out`, { cure: `name the file to write: --out schedule.${format}` });
  }
  const ending = /\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase() ?? '';
  const known = format ?? scheduleFormat(ending);
  const { exportSchedule } = await import('../../operations/exchange/export-schedule.ts');
  const body = exportSchedule(exchange, check, known, { firstDay: start, stamp: new Date() });
  writeFiles([{ path: out, body }], { force: force ?? false });
  say(out);
}

async function readFile(
  file: string,
  options: ExchangeOfCaseOptions,
): Promise<ReadExchangeFile & { readonly firstDay?: string | undefined }> {
  if (isCaseFile(file)) return readExchangeOfCase(file, options);
  const { readExchangeFile } = await import('../../operations/exchange/read-exchange-file.ts');
  return readExchangeFile(readReport(file), basename(file));
}

function scheduleOf({ schedule }: ReadExchangeFile, file: string): readonly ExchangeStep[] {
  if (schedule !== null) return schedule;
  if (isCaseFile(file)) throw noScheduleOfCase(file);
  throw new UserError(`${file} has no schedule to check`, { cure: 'add "schedule" or "order" to it; or plan one: parley exchange FILE' });
}
