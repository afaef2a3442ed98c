import { basename } from 'node:path';
import type { Exchange, ExchangeStep } from '@parley/methods';
import { UserError } from '@parley/model';
import type { Command } from 'commander';
import type { ReadExchangeFile } from '../../operations/exchange/read-exchange-file.ts';
import { wholeNumber } from '../option-values.ts';
import { readReport } from '../read-report.ts';
import { outputWidth, print, printJson } from '../terminal/output.ts';
import { wantsColour } from '../terminal/style.ts';
import { withExample } from '../with-example.ts';

interface ExchangeOptions {
  readonly budget: number;
  readonly json?: boolean;
}

/** A schedule that was checked is unsafe: neither a mistake nor a fault. */
const UNSAFE = 3;

export function exchangeCommand(program: Command): void {
  const command = program
    .command('exchange')
    .description('plan an exchange that neither side gains by breaking off; "exchange check" checks a schedule')
    .argument('<file>', 'the exchange as JSON, or a schedule as CSV or XLSX')
    .option(
      '--budget <seconds>',
      'where there are too many orders to go through all, look for so long',
      wholeNumber('--budget', 1, 3600),
      5,
    )
    .option('--json', 'print JSON')
    .action((file: string, options: ExchangeOptions) => planOne(file, options));
  const check = command
    .command('check')
    .description('check a schedule: where it first becomes unsafe, for whom and by how much; exit code 3 where it does')
    .argument('<file>', 'the exchange with its schedule as JSON, or a schedule as CSV or XLSX')
    .option('--json', 'print JSON')
    .action((file: string, _: ExchangeOptions, own: Command) => checkOne(file, own.optsWithGlobals<ExchangeOptions>()));
  withExample(command, 'parley exchange exchange.json --json', 'parley exchange check schedule.csv');
  withExample(check, 'parley exchange check schedule.csv');
}

async function planOne(file: string, { json, budget }: ExchangeOptions): Promise<void> {
  const { exchange, hasNumberIds } = await readFile(file);
  const { planExchange } = await import('@parley/methods');
  const end = Date.now() + budget * 1000;
  const plan = planExchange(exchange, { maxSearch: 20_000_000, shouldStop: () => Date.now() > end });
  if (json) {
    const { planResult } = await import('../../operations/exchange/exchange-results.ts');
    return printJson(planResult(exchange, plan, hasNumberIds));
  }
  const { planLines } = await import('../draw-exchange.ts');
  for (const line of planLines(exchange, plan, { width: outputWidth(), colour: wantsColour(process.stdout) })) print(line);
}

async function checkOne(file: string, { json }: ExchangeOptions): Promise<void> {
  const read = await readFile(file);
  const { exchange } = read;
  const { checkSchedule } = await import('@parley/methods');
  const check = checkSchedule(exchange, scheduleOf(read, file));
  if (json) {
    const { checkResult } = await import('../../operations/exchange/exchange-results.ts');
    printJson(checkResult(exchange, check));
  } else {
    const { checkLines } = await import('../draw-exchange.ts');
    for (const line of checkLines(exchange, check, { width: outputWidth(), colour: wantsColour(process.stdout) })) print(line);
  }
  if (!check.safe) process.exitCode = UNSAFE;
}

async function readFile(file: string): Promise<ReadExchangeFile & { readonly exchange: Exchange }> {
  const { readExchangeFile } = await import('../../operations/exchange/read-exchange-file.ts');
  return readExchangeFile(readReport(file), basename(file));
}

function scheduleOf({ schedule }: ReadExchangeFile, file: string): readonly ExchangeStep[] {
  if (schedule !== null) return schedule;
  throw new UserError(`${file} has no schedule to check`, { cure: 'add "schedule" or "order" to it; or plan one: parley exchange FILE' });
}
