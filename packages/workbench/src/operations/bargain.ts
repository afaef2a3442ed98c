import {
  egalitarian,
  equalLoss,
  type Frontier,
  type FrontierLimits,
  type FrontierPoint,
  fallback,
  frontier,
  kalaiSmorodinsky,
  leximin,
  type MethodNote,
  type NoSolution,
  nash,
  type Solution,
  scaleBargain,
  solveDirectly,
  utilitarian,
} from '@parley/methods';
import type { BargainInput } from './bargain-files/read-bargain.ts';

/** What is told of a point: its values on the scales of the profiles, and its packages in the issues' own words. */
export interface PointView {
  readonly values: readonly number[];
  readonly packages: readonly Readonly<Record<string, string>>[];
}

/** The answer of a rule. */
interface RuleView {
  readonly points: readonly PointView[];
  readonly none: NoSolution | null;
  readonly note: MethodNote;
}

/** The exact analysis of a bargain. */
export interface BargainView {
  readonly parties: readonly string[];
  /** How many packages are allowed, in digits. */
  readonly packages: string;
  /** False where a limit cut the frontier off, or a tolerance counts small differences as none. */
  readonly exact: boolean;
  readonly frontier: readonly PointView[];
  readonly frontierNote: MethodNote;
  /** For each party, where the frontier was cut off: how much better than every point listed a package can be. */
  readonly guarantee: readonly number[] | null;
  readonly rules: Readonly<Record<RuleName, RuleView>>;
  /** Points of which more packages could be listed than were. */
  readonly shortened: number;
}

export type RuleName = 'nash' | 'kalaiSmorodinsky' | 'egalitarian' | 'utilitarian' | 'leximin' | 'equalLoss' | 'fallback';

const RULES: Readonly<Record<RuleName, (of: Frontier) => Solution>> = {
  nash,
  kalaiSmorodinsky,
  egalitarian,
  utilitarian,
  leximin,
  equalLoss,
  fallback,
};

export interface BargainOptions {
  /** The limits of one computation that begins now; a time in them counts from then. */
  readonly startLimits: () => FrontierLimits;
  /** Values are rounded to multiples of it; 0 by default, for none. */
  readonly tolerance?: number;
  /** Packages listed for each point, at most. */
  readonly mostPackages: number;
}

/**
 * The frontier of a bargain and what each rule names. Where the frontier is too large for the limits, the rules that can
 * be are answered without it. Throws a UserError for numbers that have no one meaning.
 */
export function analyseBargain(
  { domain, profiles }: BargainInput,
  { tolerance = 0, mostPackages, startLimits }: BargainOptions,
): BargainView {
  const bargain = scaleBargain(domain, profiles, { tolerance });
  const found = frontier(bargain, startLimits());
  const shortened = new Set<string>();
  const view = (point: FrontierPoint): PointView => {
    const packages: PointView['packages'][number][] = [];
    for (const one of point.packages()) {
      if (packages.length === mostPackages) {
        shortened.add(point.units.join());
        break;
      }
      packages.push(inWords(domain, one));
    }
    return { values: point.values, packages };
  };
  const points = Array.from({ length: found.size }, (_, at) => view(found.pointAt(at)));
  const answers = Object.entries(RULES).map(([name, rule]): [string, RuleView] => {
    const isDirect = found.guarantee !== null && name !== 'fallback';
    const {
      points: named,
      none,
      note,
    } = isDirect ? solveDirectly(bargain, name as Exclude<RuleName, 'fallback'>, startLimits()) : rule(found);
    return [name, { points: named.map(view), none, note }];
  });
  const rules = Object.fromEntries(answers) as Record<RuleName, RuleView>;
  return {
    parties: domain.parties.map(({ name }) => name),
    packages: found.packages,
    exact: found.guarantee === null && tolerance === 0,
    frontier: points,
    frontierNote: found.note,
    guarantee: found.guarantee,
    rules,
    shortened: shortened.size,
  };
}

/** A package by the names of issues and options, which in files are their ids too. */
function inWords({ issues }: BargainInput['domain'], chosen: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    issues.map(({ id, name, options }) => [name, options.find((option) => option.id === chosen[id])?.name ?? chosen[id] ?? '']),
  );
}
