import { UserError } from '@parley/model';
import type { Command } from 'commander';
import type { BargainView } from '../../operations/bargain.ts';
import type { BargainInput } from '../../operations/bargain-files/read-bargain.ts';
import { bargainLines } from '../draw-bargain.ts';
import { wholeNumber } from '../option-values.ts';
import { readReport } from '../read-report.ts';
import { outputWidth, print, printJson, say } from '../terminal/output.ts';
import { wantsColour } from '../terminal/style.ts';
import { withExample } from '../with-example.ts';
import { counted } from '../words.ts';
import { writeFiles } from '../write-files.ts';
import { type BargainCaseOptions, bargainCase, bargainCaseOptions, isCaseFile } from './bargain-case.ts';

interface BargainCommandOptions extends BargainCaseOptions {
  readonly tolerance: number;
  readonly points: number;
  readonly seconds: number;
  readonly packages: number;
  readonly divisible?: boolean;
  readonly scaled?: boolean;
  readonly export?: string;
  readonly force?: boolean;
  readonly full?: boolean;
  readonly json?: boolean;
}

export function bargainCommand(program: Command): void {
  const command = program
    .command('bargain')
    .description(
      'from files, or from the positions of a case: which packages nobody could better for all, and what each rule of bargaining names',
    )
    .argument('<domain>', 'issues and options: GENIUS, GeniusWeb, NegMAS, a spreadsheet, or a bargain as JSON; or a case file')
    .argument('[profiles...]', 'a file for each party, unless the first holds all of them')
    .option(
      '--tolerance <value>',
      'round values to multiples of this, so that smaller differences do not count',
      atLeast('--tolerance', 0),
      0,
    )
    .option(
      '--points <count>',
      'keep at most so many points at a time; beyond, the frontier is approximate and says by how much',
      wholeNumber('--points', 1, 10_000_000),
      250_000,
    )
    .option('--seconds <count>', 'stop refining after so many seconds; the same', atLeast('--seconds', 0), 60)
    .option('--packages <count>', 'list at most so many packages of a point', wholeNumber('--packages', 1, 1_000_000), 1000)
    .option('--divisible', 'the file is a table of points, its issues can be divided: Adjusted Winner for two parties')
    .option('--scaled', 'with --divisible: bring the points of each party to a sum of 100 first')
    .option('--export <file>', 'write the bargain as a spreadsheet (.csv) or as JSON (.json) too')
    .option('--force', 'replace the exported file if it is there')
    .option('--full', 'with --json: the other rules, what no deal is worth, and the notes of the methods too')
    .option('--json', 'print JSON; values on the scales of the profiles')
    .action(bargain);
  withExample(
    bargainCaseOptions(command),
    'parley bargain talks.parley --openings',
    'parley bargain domain.json profileA.json profileB.json',
    'parley bargain talks.csv --json',
  );
}

async function bargain(domain: string, profiles: readonly string[], options: BargainCommandOptions): Promise<void> {
  if (isCaseFile(domain) && profiles.length === 0) return bargainCase(domain, options);
  const files = [domain, ...profiles].map((name) => ({ name, bytes: readReport(name) })) as [NamedFile, ...NamedFile[]];
  if (options.divisible) return divide(files, options);
  const { readBargain } = await import('../../operations/bargain-files/read-bargain.ts');
  const { analyseBargain } = await import('../../operations/bargain.ts');
  const [first, ...others] = files;
  const input = await readBargain(first, others);
  const startLimits = () => {
    const until = performance.now() + 1000 * options.seconds;
    return { mostPoints: options.points, shouldStop: () => performance.now() > until };
  };
  const view = analyseBargain(input, { tolerance: options.tolerance, mostPackages: options.packages, startLimits });
  if (options.export !== undefined) await exportBargain(input, options.export, options.force === true);
  if (options.json) printJson(options.full ? { ...shortView(view), ...moreOf(view, input) } : shortView(view));
  else for (const line of bargainLines(view, input, { width: outputWidth(), colour: wantsColour(process.stdout) })) print(line);
  tellOf(view, input, options);
}

interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function shortView({ parties, packages, exact, frontier, rules }: BargainView) {
  return {
    parties,
    packages,
    exact,
    frontier,
    nash: rules.nash.points,
    kalaiSmorodinsky: rules.kalaiSmorodinsky.points,
    egalitarian: rules.egalitarian.points,
    utilitarian: rules.utilitarian.points,
  };
}

function moreOf({ rules, guarantee, frontierNote }: BargainView, { domain, profiles, assumedNoDeal }: BargainInput) {
  return {
    leximin: rules.leximin.points,
    equalLoss: rules.equalLoss.points,
    fallback: rules.fallback.points,
    noDeal: domain.parties.map(({ id, name }) => ({
      ...profiles.find(({ partyId }) => partyId === id)?.noDeal,
      assumed: assumedNoDeal.includes(name),
    })),
    missingMandates: domain.missingMandates,
    guarantee,
    notes: {
      frontier: frontierNote,
      ...Object.fromEntries(Object.entries(rules).map(([name, { note, none }]) => [name, { ...note, none }])),
    },
  };
}

/** What a person should know beside the answer, on standard error. */
function tellOf(
  { exact, guarantee, shortened, parties }: BargainView,
  { assumedNoDeal }: BargainInput,
  { packages }: BargainCommandOptions,
): void {
  if (assumedNoDeal.length > 0) say(`no deal is not in the files of ${assumedNoDeal.join(', ')}: taken as 0 on their scale`);
  if (!exact && guarantee !== null)
    say(
      `cut off: a package may be better than all points listed, by at most ${guarantee.map((by, at) => `${by} for ${parties[at]}`).join(', ')}`,
    );
  if (shortened > 0) say(`${counted(shortened, 'point')} with more packages than the ${packages} listed; see --packages`);
}

async function exportBargain({ domain, profiles }: BargainInput, path: string, force: boolean): Promise<void> {
  const isJson = path.toLowerCase().endsWith('.json');
  if (!isJson && !path.toLowerCase().endsWith('.csv'))
    throw new UserError(`${path} ends neither in .csv nor in .json`, { cure: 'name a file that ends in one of these' });
  const { parleyJson } = await import('../../operations/bargain-files/parley-json.ts');
  const { spreadsheetText } = await import('../../operations/bargain-files/spreadsheet-text.ts');
  writeFiles([{ path, body: isJson ? parleyJson(domain, profiles) : spreadsheetText(domain, profiles) }], { force });
}

async function divide(
  [table, further]: readonly [NamedFile, ...NamedFile[]],
  { scaled = false, json }: BargainCommandOptions,
): Promise<void> {
  if (further !== undefined)
    throw new UserError(`${further.name} is one file too many`, { cure: 'give one table of points with --divisible' });
  const { readPoints } = await import('../../operations/bargain-files/read-points.ts');
  const { adjustedWinner } = await import('@parley/methods');
  const { divisionLines } = await import('../draw-division.ts');
  const division = adjustedWinner(await readPoints(table), { scaled });
  if (json) printJson(division);
  else for (const line of divisionLines(division, wantsColour(process.stdout))) print(line);
}

function atLeast(option: string, least: number) {
  return (text: string): number => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && value >= least) return value;
    throw new UserError(`${option} is "${text}"`, { cure: `give a number of at least ${least}` });
  };
}
