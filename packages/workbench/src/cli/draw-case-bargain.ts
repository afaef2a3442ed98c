import type { AnswerEffect, Comparable, IssueGive, OpeningMove, OptionAsStated, PartyGives, Share, Standing } from '@parley/methods';
import type { CaseBargainView, PackageView } from '../operations/case-bargain.ts';
import { hangingLines } from './terminal/grid.ts';
import { plainText } from './terminal/string-width.ts';
import { type Emphasis, styled } from './terminal/style.ts';
import { counted, STANCE_WORDS } from './words.ts';

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  necessarily: 'under every preference that fits what was said',
  possibly: 'under some preferences that fit what was said',
  never: 'under no preference that fits what was said',
};

const ACCEPTABLE_WORDS: Readonly<Record<Standing, string>> = {
  necessarily: 'every option in it is at least one that all may accept',
  possibly: 'nobody is known to reject it; on some of it nothing was stated',
  never: 'somebody rejects part of it',
};

function hasNumbers({ bargain }: CaseBargainView): boolean {
  return bargain.orders.stated.some(({ weights, values, noDeal }) => weights ?? values ?? (noDeal?.kind === 'range' || undefined));
}

function sourcesInWords({ bargain: { statements, priorities, rules }, heldOn }: CaseBargainView): string {
  const positions = Object.keys(statements).length - priorities.length - rules.length;
  const more = [
    ...(priorities.length > 0 ? [priorities.length === 1 ? '1 priority' : `${priorities.length} priorities`] : []),
    ...(rules.length > 0 ? [counted(rules.length, 'rule')] : []),
  ];
  return [`${counted(positions, 'position')} held on ${heldOn}`, ...more].join(', ');
}

/** The bargain of a case as lines for a terminal. */
export function caseBargainLines(view: CaseBargainView, { width, colour }: { width: number; colour: boolean }): string[] {
  const names = namesOf(view);
  const lines: string[] = [];
  const line = (text: string, indent = 0, emphasis: Emphasis = 'plain'): void => {
    for (const one of hangingLines(plainText(text), width, indent)) lines.push(styled(one, emphasis, colour));
  };
  const head = (text: string): void => {
    lines.push('');
    line(text, 0, 'firm');
  };
  const { bargain, shares, packages } = view;
  line(
    `${counted(shares.feasiblePackages, 'package')} cross no red line; ${view.notBarred === 1 ? '1 is' : `${view.notBarred} are`} barred by no stance`,
    0,
    'firm',
  );
  line(
    `${hasNumbers(view) ? 'From' : 'Orders only, from'} ${sourcesInWords(view)}: ${hasNumbers(view) ? 'no number' : 'no number was given, and none'} is made up.`,
  );
  if (shares.noDealUnknown.length > 0)
    line(
      `What no deal is worth is unknown for ${listed(shares.noDealUnknown.map(names.party))}: whether a package is better than none was not computed.`,
    );
  for (const { partyId, issueId } of bargain.orders.domain.missingMandates)
    line(`By a mandate that is claimed, the delegation of ${names.party(partyId)} may not decide “${names.issue(issueId)}”.`);
  for (const { partyId, issueId, optionId, positions } of bargain.contested)
    line(
      `Contested: ${names.party(partyId)} on “${names.option(issueId, optionId)}” (${positions.join(', ')}): taken as anything between.`,
    );
  if (bargain.setAside.length > 0) line(`Set aside for a more authoritative voice: ${bargain.setAside.join(', ')}.`, 0, 'quiet');
  if (bargain.leftOut.length > 0) line(`Left out, as without options: ${listed(bargain.leftOut.map(names.issue))}.`, 0, 'quiet');
  if (bargain.factionsNotUsed.length > 0)
    line(
      `Factions of ${listed(bargain.factionsNotUsed.map(names.party))} have stances of their own; --ratify says how they decide.`,
      0,
      'quiet',
    );

  if (packages.length > 0)
    head(
      view.notBarred > 0
        ? 'Packages that no stance bars'
        : 'Packages that are efficient or the Nash point most often; each is barred by some stance',
    );
  packages.forEach((one, at) => {
    lines.push('');
    packageLines(one, view, at, names, line);
  });

  for (const { partyId, ratified, factions } of view.winsets) {
    head(`Factions of ${names.party(partyId)}`);
    line(`let pass: ${ratified.necessarily} surely, ${ratified.possibly} perhaps, ${ratified.never} never`, 2);
    for (const one of factions) {
      line(
        `${names.faction(partyId, one.factionId)}${one.hasVeto ? ', which can stop a package alone' : ''}: blocks ${counted(one.blocks, 'package')}`,
        2,
      );
      for (const { issueId, optionId, stance, evidence } of one.bars)
        line(
          `${STANCE_WORDS[stance]} “${names.option(issueId, optionId)}” on ${names.issue(issueId)} (${evidence.join(', ')})`,
          4,
          'quiet',
        );
    }
  }
  openingLines(view, names, head, line);
  questionLines(view, names, head, line);
  return lines;
}

type Line = (text: string, indent?: number, emphasis?: Emphasis) => void;

function packageLines(one: PackageView, { shares }: CaseBargainView, at: number, names: Names, line: Line): void {
  const share = shares.packages[at];
  line(`${at + 1}. ${names.package(one.package)}`, 0, 'firm');
  line(`acceptable: ${ACCEPTABLE_WORDS[one.acceptableToAll]}`, 3);
  line(`efficient: ${one.efficient === null ? 'not settled' : STANDING_WORDS[one.efficient]}`, 3);
  if (share !== undefined) {
    const rational =
      share.individuallyRational === null ? '' : `, at least as good as no deal for all in ${shareText(share.individuallyRational)}`;
    line(
      `of sampled preferences: efficient in ${shareText(share.efficient)}, Nash point in ${shareText(share.nash)}, leximin in ${shareText(share.leximin)}${rational}`,
      3,
    );
  }
  for (const ofParty of one.gives) givesLines(ofParty, names, line);
}

function givesLines({ partyId, issues }: PartyGives, names: Names, line: Line): void {
  line(names.party(partyId), 3);
  for (const give of issues) line(`${giveText(give, names)}${give.beyondMandate ? ', beyond its mandate' : ''}`, 5);
}

function giveText({ issueId, kind, inPackage, asksFor }: IssueGive, names: Names): string {
  const option = (one: OptionAsStated): string =>
    `“${names.option(issueId, one.optionId)}”${one.evidence.length === 0 ? '' : ` (${one.evidence.join(', ')})`}`;
  const asked = asksFor.filter(({ optionId }) => optionId !== inPackage.optionId);
  const against = asked.length === 0 ? '' : `, and asks for ${listed(asked.map(option))}`;
  if (kind === 'gets') return `gets ${option(inPackage)}`;
  if (kind === 'unstated') return `said nothing of ${option(inPackage)}${against}`;
  if (kind === 'settles') return `settles for ${option(inPackage)}${against}`;
  return `${kind === 'gives' ? 'gives way on what it rejects,' : 'crosses its red line at'} ${option(inPackage)}${against}`;
}

function openingLines({ openings, notBarred }: CaseBargainView, names: Names, head: (text: string) => void, line: Line): void {
  if (openings === null) return;
  head('Openings, for the mediator');
  if (notBarred > 0) line(`None are needed: ${counted(notBarred, 'package')} ${notBarred === 1 ? 'is' : 'are'} barred by no stance.`, 2);
  else if (openings.openings.length === 0) line('No move of stances opens a package.', 2);
  for (const { moves, opens, packages } of openings.openings) {
    line(`${moves.map((move) => moveText(move, names)).join(' and ')}: opens ${counted(opens, 'package')}`, 2);
    const [first] = packages;
    if (first === undefined) continue;
    line(`such as ${names.package(first.package)}`, 4, 'quiet');
    if (first.silent.length > 0) line(`which rests on ${counted(first.silent.length, 'stance')} that nobody stated`, 4, 'quiet');
  }
  if (!openings.note.complete) line('There are more.', 2, 'quiet');
}

function moveText({ partyId, factionId, issueId, optionId, from, evidence }: OpeningMove, names: Names): string {
  const who = factionId === null ? names.party(partyId) : `${names.faction(partyId, factionId)} of ${names.party(partyId)}`;
  const what = from === 'redLine' ? 'softens its red line at' : 'may accept what it rejects,';
  return `${who} ${what} “${names.option(issueId, optionId)}” on ${names.issue(issueId)} (${evidence.join(', ')})`;
}

function questionLines({ questions }: CaseBargainView, names: Names, head: (text: string) => void, line: Line): void {
  if (questions === null) return;
  head('Questions, for the mediator');
  line(
    `Sampled preferences have ${counted(questions.packages, 'package')} for a Nash point: ${questions.open.toFixed(2)} bits are open.`,
    2,
  );
  for (const { partyId, ask, settles, ifFirst, ifSecond } of questions.questions) {
    const [question, first, second] = askText(ask, names);
    line(`Ask ${names.party(partyId)} ${question}: settles ${settles.toFixed(2)} bits`, 2);
    line(`${first}: ${effectText(ifFirst)}`, 4, 'quiet');
    line(`${second}: ${effectText(ifSecond)}`, 4, 'quiet');
  }
}

function askText(ask: Comparable, names: Names): [question: string, first: string, second: string] {
  if (ask.kind === 'issues') return [`which matters more, “${names.issue(ask.first)}” or “${names.issue(ask.second)}”`, names.issue(ask.first), names.issue(ask.second)]; // biome-ignore format: one question
  const [first, second] =
    ask.kind === 'options'
      ? [names.option(ask.issueId, ask.first), names.option(ask.issueId, ask.second)]
      : [names.package(ask.first), names.package(ask.second)];
  const where =
    ask.kind === 'options'
      ? `which it prefers on ${names.issue(ask.issueId)}, “${first}” or “${second}”`
      : `which it prefers, [${first}] or [${second}]`;
  return [where, ask.kind === 'options' ? first : 'the first', ask.kind === 'options' ? second : 'the second'];
}

function effectText({ share, open, packages }: AnswerEffect): string {
  return `as ${percent(share)} of sampled preferences have it; leaves ${open.toFixed(2)} bits and ${counted(packages, 'package')}`;
}

interface Names {
  party(id: string): string;
  faction(partyId: string, id: string): string;
  issue(id: string): string;
  option(issueId: string, id: string): string;
  package(one: Readonly<Record<string, string>>): string;
}

function namesOf({ bargain: { orders } }: CaseBargainView): Names {
  const issues = new Map(orders.domain.issues.map((issue) => [issue.id, issue]));
  const option = (issueId: string, id: string): string => issues.get(issueId)?.options.find((one) => one.id === id)?.name ?? id;
  return {
    party: (id) => orders.domain.parties.find((one) => one.id === id)?.name ?? id,
    faction: (partyId, id) => orders.stated.find((one) => one.partyId === partyId)?.factions?.find((one) => one.id === id)?.name ?? id,
    issue: (id) => issues.get(id)?.name ?? id,
    option,
    package: (one) => Object.entries(one).map(([issueId, id]) => option(issueId, id)).join(' + '), // biome-ignore format: one name
  };
}

function shareText({ share, error }: Share): string {
  return error === 0 ? percent(share) : `${percent(share)} ± ${percent(error, 2)}`;
}

function percent(share: number, digits = 1): string {
  return `${(100 * share).toLocaleString('en', { maximumFractionDigits: digits })} %`;
}

function listed(all: readonly string[]): string {
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
