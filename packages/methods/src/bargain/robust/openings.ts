/**
 * What would have to move, where no package is acceptable to all: the smallest sets of moves, each a red line softened or
 * a rejection turned into "may accept", that make one acceptable. Each is a minimal correction set, found by best-first
 * search over packages issue by issue, with what already holds a found set cut off: as in Marques-Silva et al. (2013),
 * "On computing minimal correction subsets", IJCAI. For the mediator only, until released.
 */
import type { Limits, MethodNote } from '../../method-note.ts';
import { type BargainPackage, type OptionOf, packageAt } from '../domain.ts';
import { assembled, feasiblePackages, type LinkedIssues, linkedIssues } from './feasible-packages.ts';
import type { Holder } from './holder.ts';
import { type ReadyOrders, type ReadyParty, ratifies } from './ready-orders.ts';
import { STANCE_RANK } from './stated-items.ts';

/** A stance that would become "may accept". */
export interface OpeningMove extends OptionOf {
  readonly partyId: string;
  readonly factionId: string | null;
  readonly from: 'redLine' | 'rejects';
  /** The positions or statements behind the stance. */
  readonly evidence: readonly string[];
}

export interface Opening {
  readonly moves: readonly OpeningMove[];
  /** How many packages it makes acceptable, and the first of them. */
  readonly opens: number;
  readonly packages: readonly OpenedPackage[];
}

interface OpenedPackage {
  readonly package: BargainPackage;
  /** Options in it on which a party stated nothing: that they could be accepted is not known either. */
  readonly silent: readonly ({ readonly partyId: string } & OptionOf)[];
}

export interface Openings {
  /** Packages that no stance bars already; where there are any, no openings are looked for. */
  readonly acceptableAlready: number;
  /** Some of these: as many as `packagesAtMost`. */
  readonly packages: readonly BargainPackage[];
  /** The fewest moves first, then the fewest red lines among them. */
  readonly openings: readonly Opening[];
  /** For the mediator: held back from parties until released. */
  readonly audience: 'mediator';
  readonly note: MethodNote;
}

export interface OpeningsOptions extends Limits {
  /** How many sets of moves to look for; default 20. */
  readonly atMost?: number;
  /** How many packages to list, of those acceptable already and of those that each set opens; default 10. */
  readonly packagesAtMost?: number;
}

/**
 * The sets of moves that open a package, none of which could be left out. Constraints and legal floors never move. Where
 * factions decide, those of a party that its rule needs are asked for, and no more. Stances alone are looked at: whether a
 * package is also worth more than no deal, `standings` says. What nothing was stated of bars nothing.
 */
export function openings(ready: ReadyOrders, { atMost = 20, packagesAtMost = 10, shouldStop }: OpeningsOptions = {}): Openings {
  const { domain } = ready.orders;
  const voices = ready.parties.flatMap(voicesOf);
  const groups = linkedIssues(ready, () => true);
  const already = acceptablePackages(ready, []);
  const found: Opening[] = [];
  const search = already.count > 0 ? { sets: [], steps: 0, complete: true } : searched(ready, voices, groups, atMost, shouldStop);
  for (const set of search.sets) {
    const opened = acceptablePackages(ready, set);
    found.push({
      moves: set.map(({ party, faction, issue, option, isRedLine, evidence }) => ({
        partyId: party.id,
        factionId: faction === null ? null : (party.factions[faction]?.id ?? null),
        issueId: domain.issues[issue]?.id ?? '',
        optionId: domain.issues[issue]?.options[option]?.id ?? '',
        from: isRedLine ? 'redLine' : 'rejects',
        evidence,
      })),
      opens: opened.count,
      packages: opened.packages.slice(0, packagesAtMost).map((places) => ({
        package: packageAt(domain.issues, places),
        silent: ready.parties.flatMap(({ id, holder }) =>
          places.flatMap((option, issue) =>
            holder.issues[issue]?.stances[option] === null
              ? [{ partyId: id, issueId: domain.issues[issue]?.id ?? '', optionId: domain.issues[issue]?.options[option]?.id ?? '' }]
              : [],
          ),
        ),
      })),
    });
  }
  return {
    acceptableAlready: already.count,
    packages: already.packages.slice(0, packagesAtMost).map((places) => packageAt(domain.issues, places)),
    openings: found,
    audience: 'mediator',
    note: {
      method: 'openings',
      definition: 'The sets of moves, none of which could be left out, that make at least one package acceptable to all by stance.',
      source: 'Marques-Silva, Heras, Janota, Previti and Belov (2013), IJCAI, on minimal correction sets',
      parameters: { atMost },
      kind: 'exact',
      complete: search.complete,
      steps: search.steps,
    },
  };
}

interface Move {
  readonly party: ReadyParty;
  /** The place of the faction, or null for the party itself. */
  readonly faction: number | null;
  readonly issue: number;
  readonly option: number;
  readonly isRedLine: boolean;
  readonly evidence: readonly string[];
}

/** A party or a faction that may bar options; each option's bar is one and the same move wherever it is met. */
interface Voice {
  readonly party: ReadyParty;
  readonly faction: number | null;
  readonly bars: readonly (readonly (Move | null)[])[];
}

function voicesOf(party: ReadyParty): Voice[] {
  const voice = (holder: Holder, faction: number | null): Voice => ({
    party,
    faction,
    bars: holder.issues.map(({ stances }, issue) =>
      stances.map((stance, option) =>
        stance !== null && stance.high < STANCE_RANK.mayAccept
          ? { party, faction, issue, option, isRedLine: stance.high === STANCE_RANK.redLine, evidence: stance.evidence }
          : null,
      ),
    ),
  });
  return [voice(party.holder, null), ...party.factions.map(({ holder }, faction) => voice(holder, faction))];
}

/** A package begun: the bars that its first groups meet, and the moves that it cannot do without, whatever the rest is. */
interface Begun {
  readonly groups: number;
  readonly bars: readonly Move[];
  /** For a whole package: the moves that get past its bars. */
  readonly set: readonly Move[] | null;
}

function searched(
  { parties }: ReadyOrders,
  voices: readonly Voice[],
  groups: readonly LinkedIssues[],
  atMost: number,
  shouldStop: Limits['shouldStop'],
): { sets: (readonly Move[])[]; steps: number; complete: boolean } {
  const choices = groups.map((group) => fewestBars(group.ways.map((way) => barsOf(voices, group, way))));
  if (choices.some((ways) => ways.length === 0)) return { sets: [], steps: 0, complete: true };
  // What the groups from each on ask for at least.
  const ahead = [...choices, []].map((_, at) =>
    choices.slice(at).reduce((sum, ways) => sum + Math.min(...ways.map((bars) => bars.filter(isOfParty).length)), 0),
  );
  const sets: (readonly Move[])[] = [];
  const queue: (Begun[] | undefined)[] = [];
  const push = (cost: number, one: Begun): void => {
    const level = queue[cost] ?? [];
    queue[cost] = level;
    level.push(one);
  };
  const isCovered = (moves: readonly Move[]): boolean => sets.some((set) => set.every((move) => moves.includes(move)));
  push(ahead[0] as number, { groups: 0, bars: [], set: null });
  let steps = 0;
  for (let cost = 0; cost < queue.length; cost += 1) {
    const done: (readonly Move[])[] = [];
    const level = queue[cost] ?? [];
    for (let begun = level.pop(); begun !== undefined; begun = level.pop()) {
      steps += 1;
      if (steps > MOST_STEPS || (steps % 1024 === 0 && shouldStop?.() === true)) return { sets, steps, complete: false };
      if (begun.set !== null) {
        done.push(begun.set);
        continue;
      }
      const next = begun.groups + 1;
      for (const more of choices[begun.groups] ?? []) {
        const bars = [...begun.bars, ...more];
        if (isCovered(bars.filter(isOfParty))) continue;
        const ways = completions(parties, bars);
        if (next === groups.length) for (const set of ways) push(set.length, { groups: next, bars, set });
        else push(Math.min(...ways.map(({ length }) => length)) + (ahead[next] as number), { groups: next, bars, set: null });
      }
    }
    // All sets of this size are known now; of one size none holds another, but two packages may ask for the same.
    for (const set of done.sort((one, other) => redLines(one) - redLines(other))) if (!isCovered(set)) sets.push(set);
    if (sets.length < atMost) continue;
    const isLast = sets.length === atMost && queue.slice(cost + 1).every((later) => later === undefined);
    return { sets: sets.slice(0, atMost), steps, complete: isLast };
  }
  return { sets, steps, complete: true };
}

const MOST_STEPS = 2_000_000;

function isOfParty({ faction }: Move): boolean {
  return faction === null;
}

/** The sets of bars that hold no other: a way that meets more than another never makes for fewer moves. */
function fewestBars(all: readonly Move[][]): Move[][] {
  const kept: Move[][] = [];
  for (const bars of [...all].sort((a, b) => a.length - b.length)) {
    if (!kept.some((fewer) => fewer.every((move) => bars.includes(move)))) kept.push(bars);
  }
  return kept;
}

function barsOf(voices: readonly Voice[], { issues }: LinkedIssues, way: readonly number[]): Move[] {
  return voices.flatMap(({ bars }) => way.flatMap((option, i) => bars[issues[i] as number]?.[option] ?? []));
}

/** The sets of moves that get past the bars: all of the parties' own, and for factions those of each coalition that is enough and no larger than needed. */
function completions(parties: readonly ReadyParty[], bars: readonly Move[]): Move[][] {
  let sets: Move[][] = [bars.filter(isOfParty)];
  for (const party of parties) {
    const ofParty = bars.filter((move) => move.party === party && move.faction !== null);
    if (ofParty.length === 0) continue;
    const barring = [...new Set(ofParty.map(({ faction }) => faction as number))];
    const winning: number[][] = [];
    // Coalitions in order of size, so that one with another inside is left out.
    const masks = Array.from({ length: 1 << barring.length }, (_, mask) => barring.filter((_, at) => (mask >> at) & 1));
    for (const won of masks.sort((a, b) => a.length - b.length)) {
      if (winning.some((smaller) => smaller.every((faction) => won.includes(faction)))) continue;
      if (ratifies(party, (faction) => !barring.includes(faction) || won.includes(faction))) winning.push(won);
    }
    sets = sets.flatMap((set) => winning.map((won) => [...set, ...ofParty.filter(({ faction }) => won.includes(faction as number))]));
  }
  return sets;
}

function redLines(moves: readonly Move[]): number {
  return moves.filter(({ isRedLine }) => isRedLine).length;
}

/** The packages that nobody bars once the moves are made. */
function acceptablePackages(ready: ReadyOrders, moves: readonly Move[]): { count: number; packages: number[][] } {
  const isBarred = (holder: Holder, party: ReadyParty, faction: number | null, issue: number, option: number): boolean => {
    const stance = holder.issues[issue]?.stances[option] ?? null;
    if (stance === null || stance.high >= STANCE_RANK.mayAccept) return false;
    return !moves.some((move) => move.party === party && move.faction === faction && move.issue === issue && move.option === option);
  };
  const bySome = (issue: number, option: number): boolean =>
    !ready.parties.some((party) => isBarred(party.holder, party, null, issue, option));
  const factional = ready.parties.filter(({ factions }) => factions.length > 0);
  if (factional.length === 0) {
    const groups = linkedIssues(ready, bySome);
    const count = groups.reduce((product, { ways }) => product * ways.length, 1);
    return { count, packages: count <= LISTED ? feasiblePackages(ready, LISTED, bySome) : firstOf(groups) };
  }
  const packages = feasiblePackages(ready, undefined, bySome).filter((places) =>
    factional.every((party) =>
      ratifies(party, (faction) => {
        const { holder } = party.factions[faction] as ReadyParty['factions'][number];
        return !places.some((option, issue) => isBarred(holder, party, faction, issue, option));
      }),
    ),
  );
  return { count: packages.length, packages };
}

const LISTED = 1_000;

/** Some packages of very many: the first ways of all groups, varied one group at a time. */
function firstOf(groups: readonly LinkedIssues[]): number[][] {
  const first = groups.map(() => 0);
  const varied = groups.flatMap(({ ways }, group) => ways.slice(1).map((_, way) => first.map((one, at) => (at === group ? way + 1 : one))));
  return [first, ...varied].map((choice) => assembled(groups, choice));
}
