import { basename } from 'node:path';
import type { Ratification } from '@parley/methods';
import { UserError } from '@parley/model';
import type { Command } from 'commander';
import { asOf } from '../../operations/as-of.ts';
import { CASE_FILE_ENDING } from '../../operations/case-file-name.ts';
import { type AsOfOptions, asOfOptions } from '../as-of-options.ts';
import { wholeNumber } from '../option-values.ts';
import { outputWidth, print, printJson } from '../terminal/output.ts';
import { wantsColour } from '../terminal/style.ts';
import { passphraseOption, withCase } from '../with-case.ts';

/** What `parley bargain` takes for a case besides what it takes for files. */
export interface BargainCaseOptions extends AsOfOptions {
  readonly passphraseFile?: string;
  readonly openings?: boolean;
  readonly questions?: boolean;
  readonly ratify?: Ratification;
  readonly samples: number;
  readonly seed: number;
  readonly seconds: number;
  readonly packages: number;
  readonly json?: boolean;
}

/** Whether `parley bargain` is asked for a case, and not for files of a bargain. */
export function isCaseFile(file: string): boolean {
  return basename(file).toLowerCase().endsWith(CASE_FILE_ENDING);
}

/** The options of `parley bargain` that are for a case. */
export function bargainCaseOptions(command: Command): Command {
  return passphraseOption(asOfOptions(command))
    .option('--openings', 'of a case, for the mediator: the smallest sets of moves that would open a package')
    .option('--questions', 'of a case, for the mediator: the comparisons that would settle most')
    .option('--ratify <rule>', 'of a case: how factions decide: all, a number of them, or majority', ratification)
    .option('--samples <count>', 'of a case: how many sampled preferences', wholeNumber('--samples', 100, 1_000_000), 10_000)
    .option('--seed <number>', 'of a case: the same seed gives the same shares', wholeNumber('--seed', 0, 2 ** 32 - 1), 1);
}

/** The bargain of a case, from its positions alone. */
export async function bargainCase(file: string, options: BargainCaseOptions): Promise<void> {
  const { caseBargain } = await import('../../operations/case-bargain.ts');
  const { caseBargainLines } = await import('../draw-case-bargain.ts');
  await withCase(file, options, async (session) => {
    const until = performance.now() + 1000 * options.seconds;
    const view = await caseBargain(asOf(session, options), {
      samples: options.samples,
      seed: options.seed,
      packages: Math.min(options.packages, MOST_PACKAGES),
      openings: options.openings === true,
      questions: options.questions === true,
      shouldStop: () => performance.now() > until,
      ...(options.ratify === undefined ? {} : { ratification: options.ratify }),
    });
    if (options.json) printJson(view);
    else for (const line of caseBargainLines(view, { width: outputWidth(), colour: wantsColour(process.stdout) })) print(line);
  });
}

const MOST_PACKAGES = 10;

function ratification(text: string): Ratification {
  if (text === 'all') return { rule: 'all' };
  if (text === 'majority') return { rule: 'weightedMajority' };
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1) return { rule: 'atLeast', count };
  throw new UserError(`--ratify is "${text}"`, { cure: 'write all, majority, or how many factions it takes' });
}
