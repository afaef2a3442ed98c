import type { BargainView, PointView, RuleName } from '../operations/bargain.ts';
import type { BargainInput } from '../operations/bargain-files/read-bargain.ts';
import { hangingLines } from './terminal/grid.ts';
import { padText, plainText, stringWidth } from './terminal/string-width.ts';
import { type Emphasis, styled } from './terminal/style.ts';
import { counted } from './words.ts';

interface Drawing {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

/** Points of the frontier, and packages of a point, that are drawn; `--json` has all. */
const MOST_POINTS = 40;
const MOST_PACKAGES = 3;

const RULE_WORDS: Readonly<Record<RuleName, string>> = {
  nash: 'Nash: the largest product of gains over no deal',
  kalaiSmorodinsky: 'Kalai–Smorodinsky: the largest smallest share of what each could gain',
  egalitarian: 'Egalitarian: the largest smallest gain',
  leximin: 'Leximin: the same, ties settled for the next worst off',
  equalLoss: 'Equal loss: the smallest largest loss against each one’s best',
  utilitarian: 'Utilitarian: the largest sum of values',
  fallback: 'Fallback: the smallest largest rank among all packages',
};

const NONE_WORDS = {
  noDealUnknown: 'not computed: what no deal is worth is not known for every party',
  noneRational: 'no package is at least as good as no deal for every party',
  tooManyPackages: 'not computed: too many packages to rank',
} as const;

/** The exact analysis of a bargain as lines for a terminal: what each rule names, then the frontier. */
export function bargainLines(view: BargainView, { domain, profiles }: BargainInput, drawing: Drawing): string[] {
  const { parties, packages, frontier, exact, rules } = view;
  const line = (text: string, emphasis: Emphasis = 'plain', indent = 0): string[] =>
    hangingLines(plainText(text), drawing.width, indent).map((one) => styled(one, emphasis, drawing.colour));
  const lines = [
    ...line(
      `${digits(packages)} packages allowed, ${counted(frontier.length, 'point')} on the frontier${exact ? '' : ' (approximate)'}`,
      'firm',
    ),
    ...domain.parties.flatMap(({ id, name }) => line(`${name}: no deal: ${noDealText(profiles, id)}`, 'quiet', 2)),
    ...domain.missingMandates.flatMap(({ partyId, issueId }) =>
      line(`${nameIn(domain.parties, partyId)}: its delegation may not decide ${nameIn(domain.issues, issueId)}`, 'conflict', 2),
    ),
  ];
  const shown = (points: readonly PointView[]): string[] => pointLines(points, parties, drawing);
  for (const [name, words] of Object.entries(RULE_WORDS)) {
    const { points, none, note } = rules[name as RuleName];
    lines.push(
      '',
      ...line(`${words}${note.complete ? '' : ' (approximate)'}`, 'firm'),
      ...(none === null ? shown(points) : line(NONE_WORDS[none], 'quiet', 2)),
    );
  }
  lines.push('', ...line('The frontier', 'firm'), ...shown(frontier));
  return lines;
}

/** A line of values for each point, and its packages below. */
function pointLines(points: readonly PointView[], parties: readonly string[], { width, colour }: Drawing): string[] {
  const shown = points.slice(0, MOST_POINTS);
  const texts = shown.map(({ values }) => values.map(valueText));
  const widths = parties.map((_, at) => Math.max(0, ...texts.map((one) => stringWidth(one[at] ?? ''))));
  const lines = shown.flatMap(({ packages }, place) => {
    const values = parties.map((party, at) => `${plainText(party)} ${padText(texts[place]?.[at] ?? '', widths[at] ?? 0)}`).join('  ');
    const listed = packages.slice(0, MOST_PACKAGES).flatMap((one) => {
      const words = Object.entries(one).map(([issue, option]) => `${issue}: ${option}`);
      return hangingLines(plainText(words.join(' · ')), width, 4);
    });
    const more = packages.length > MOST_PACKAGES ? [`    and ${packages.length - MOST_PACKAGES} more worth the same`] : [];
    return [...hangingLines(values.trimEnd(), width, 2), ...[...listed, ...more].map((one) => styled(one, 'quiet', colour))];
  });
  const rest = points.length - shown.length;
  return rest > 0 ? [...lines, styled(`  and ${counted(rest, 'point')} more; --json has all`, 'quiet', colour)] : lines;
}

function nameIn(all: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return all.find((one) => one.id === id)?.name ?? id;
}

function valueText(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function digits(count: string): string {
  return count.replace(/\B(?=(\d{3})+$)/g, ',');
}

function noDealText(profiles: BargainInput['profiles'], partyId: string): string {
  const noDeal = profiles.find((profile) => profile.partyId === partyId)?.noDeal;
  if (noDeal?.kind === 'level') return valueText(noDeal.value);
  if (noDeal?.kind === 'range') return `between ${valueText(noDeal.low)} and ${valueText(noDeal.high)}`;
  if (noDeal?.kind !== 'package') return 'not known';
  return `what this is worth to it: ${Object.entries(noDeal.package)
    .map(([issue, option]) => `${issue}: ${option}`)
    .join(' · ')}`;
}
