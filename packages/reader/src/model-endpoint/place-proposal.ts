import type { Span } from '@parley/model';
import type { CaseLinker } from '../linking/link-case.ts';
import type { ReadStatement } from '../reading.ts';
import type { WordFinder } from './find-words.ts';
import type { Proposal } from './proposal.ts';

/**
 * A proposal with the places of its words; null where any of them do not stand in the text. Of
 * words that stand in several places, those nearest to one another are meant. Parties and issues
 * are found here, by the case's own names.
 */
export function placeProposal(proposal: Proposal, words: WordFinder, linker: CaseLinker | null): ReadStatement | null {
  const content = placeContent(proposal, words);
  if (content === null) return null;
  const near = content[0] as Span;
  /** Undefined where words are given and do not stand there. */
  const place = (wanted: string | null): Span | null | undefined =>
    wanted === null
      ? null
      : nearest(
          words,
          words.find(wanted).filter((span) => !content.some((piece) => overlap(piece, span))),
          near,
        );
  const source = place(proposal.speaker);
  const cue = place(proposal.cue);
  const antecedent = proposal.antecedent === null ? null : nearest(words, words.find(proposal.antecedent), source ?? near);
  const condition = proposal.condition === null ? null : nearest(words, words.find(proposal.condition), near);
  const relays = proposal.relays.map(place);
  if (source === undefined || cue === undefined || antecedent === undefined || condition === undefined) return null;
  const role = proposal.role === null ? null : nearest(words, words.find(proposal.role), source ?? near);
  if (role === undefined) return null;
  const name = (antecedent ?? source)?.text ?? '';
  if (name.length > LONGEST_NAME || (role?.text.length ?? 0) > LONGEST_ROLE) return null;
  const found = relays.filter((relay) => relay != null && relay.text.length <= LONGEST_NAME) as Span[];
  if (found.length < relays.length) return null;
  return {
    source,
    speaker: { name, anonymous: proposal.anonymous, antecedent, role: role?.text ?? null, ...partyOf(linker, source, antecedent) },
    relays: found.map((span) => ({ span, name: span.text })),
    cue,
    content,
    condition,
    strength: proposal.strength,
    speech: proposal.speech,
    voice: proposal.anonymous ? 'anonymous' : proposal.voice,
    saidOn: null,
    links: linker?.issuesOf(content.map(({ text }) => text).join(' … ')) ?? [],
    confidence: 0,
  };
}

/** As the words of the record allow. */
const LONGEST_NAME = 500;
const LONGEST_ROLE = 300;

function placeContent({ content, speaker, cue }: Proposal, words: WordFinder): Span[] | null {
  const anchors = [speaker, cue].filter((one) => one !== null).map((one) => words.find(one));
  const cost = (span: Span): number =>
    anchors.reduce(
      (sum, places) => sum + Math.min(...places.filter((place) => !overlap(place, span)).map((place) => words.distance(place, span))),
      0,
    );
  const [first, ...rest] = content.map((piece) => words.find(piece));
  const start = first?.reduce<Span | undefined>((best, span) => (best === undefined || cost(span) < cost(best) ? span : best), undefined);
  if (start === undefined) return null;
  const placed = [start];
  for (const places of rest) {
    const next = nearest(
      words,
      places.filter((span) => !placed.some((piece) => overlap(piece, span))),
      placed.at(-1) as Span,
    );
    if (next === undefined) return null;
    placed.push(next);
  }
  return placed.sort((a, b) => a.start - b.start);
}

function partyOf(linker: CaseLinker | null, source: Span | null, antecedent: Span | null): { partyId?: string; factionId?: string } {
  return (source && linker?.partyOf(source.text)) ?? (antecedent && linker?.partyOf(antecedent.text)) ?? {};
}

function nearest(words: WordFinder, places: readonly Span[], to: Span): Span | undefined {
  return places.reduce<Span | undefined>(
    (best, span) => (best === undefined || words.distance(span, to) < words.distance(best, to) ? span : best),
    undefined,
  );
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
