import {
  type AttributionRule,
  type Body,
  type CaseRecord,
  type Id,
  type Instant,
  supportedPositions,
  supporting,
  type Version,
} from '@parley/model';
import { ruleOf, strictest, withholder } from './attribution.ts';

/** Where something stands in the record. */
export interface Recorded {
  readonly id: Id;
  readonly compartment: Id;
  readonly entryId: Id;
  readonly author: Id;
  readonly recordedAt: Instant;
  readonly receivedAt: Instant;
}

type Masked<B, K extends keyof B> = Omit<B, K>;

export type ReleasedSource = Recorded &
  Masked<Body<'source'>, 'bytes' | 'text' | 'attributionRule'> & {
    readonly attributionRule: AttributionRule;
    /** Digest of the bytes; null where it could confirm a guess at words that are not attributable. */
    readonly sha256: string | null;
  };

export type ReleasedStatement = Recorded &
  Masked<Body<'statement'>, 'speaker' | 'relays' | 'cue' | 'content' | 'condition'> & {
    readonly attributionRule: AttributionRule;
    readonly speaker: { name: string | null; role: string | null; anonymous: boolean; partyId: Id | null; factionId: Id | null };
    readonly relays: readonly string[];
    readonly cue: string | null;
    /** The words, and where they stand in the source's text; places are null where words were withheld. */
    readonly content: readonly { text: string; start: number | null; end: number | null }[];
    readonly condition: string | null;
  };

export type ReleasedFigure = Recorded &
  Masked<Body<'figure'>, 'claimant' | 'span'> & {
    readonly attributionRule: AttributionRule;
    readonly span: { text: string; start: number | null; end: number | null };
    readonly claimant: { name: string | null; partyId: Id | null; statementId: Id | null } | null;
  };

type Resting<K extends 'position' | 'mandate' | 'proposal'> = Recorded & Body<K>;

/** What of a case may leave it: every rule of attribution honoured. The one thing that exports are made from. */
export interface Releasable {
  readonly sources: readonly ReleasedSource[];
  readonly statements: readonly ReleasedStatement[];
  readonly positions: readonly Resting<'position'>[];
  readonly figures: readonly ReleasedFigure[];
  readonly mandates: readonly Resting<'mandate'>[];
  readonly proposals: readonly Resting<'proposal'>[];
  /** How much was kept back: speakers without their names, and what rests on nothing attributable. */
  readonly withheld: { readonly speakers: number; readonly positions: number; readonly mandates: number; readonly proposals: number };
}

/**
 * The record with what its rules of attribution keep back taken out: on background a speaker's name,
 * of what is not attributable the party too. A position whose every statement is not attributable
 * would tell whose they are, and is left out whole.
 */
export function releasable(record: CaseRecord): Releasable {
  const bySource = Map.groupBy(record.of('statement').values(), ({ body }) => body.sourceId);
  const rules = new Map([...record.of('source').keys()].map((id) => [id, ruleOf(record, id)] as const));
  const withholders = new Map([...rules.keys()].map((id) => [id, withholder(record, id, bySource.get(id) ?? [])] as const));
  const at = (sourceId: Id) => ({ rule: rules.get(sourceId) ?? 'notAttributable', withhold: withholders.get(sourceId) ?? (() => '') });
  const ruleOfStatement = (id: Id): AttributionRule => at(record.of('statement').get(id)?.body.sourceId ?? '').rule;

  const statements = inOrder(record.of('statement').values())
    .filter(({ body }) => rules.has(body.sourceId))
    .map((version) => statementOf(version, at(version.body.sourceId)));
  const figures = inOrder(record.of('figure').values())
    .filter(({ body }) => rules.has(body.sourceId))
    .map((version) => {
      const { rule, withhold } = at(version.body.sourceId);
      const claimed = version.body.claimant?.statementId;
      return figureOf(record, version, { rule: strictest(claimed === undefined ? [rule] : [rule, ruleOfStatement(claimed)]), withhold });
    });
  const resting = <K extends 'position' | 'mandate' | 'proposal'>(versions: Iterable<Version<K>>): Resting<K>[] =>
    inOrder(versions).flatMap((version) => {
      const rests = supporting(record, version.body.evidence).map(({ id }) => id);
      const evidence = rests.filter((id) => ruleOfStatement(id) !== 'notAttributable');
      if (evidence.length === 0) return [];
      const onRecord = version.body.evidence.every((id) => record.of('statement').has(id) && ruleOfStatement(id) === 'onRecord');
      const { note, ...rest } = version.body as Body<'position' | 'proposal'>;
      return [{ ...recorded(version), ...rest, ...(onRecord && note !== undefined ? { note } : {}), evidence } as unknown as Resting<K>];
    });

  const supported = supportedPositions(record);
  const positions = resting(supported);
  const borneOut = <K extends 'mandate' | 'proposal'>(kind: K): Version<K>[] =>
    [...record.of(kind).values()].filter(({ body }) => supporting(record, body.evidence).length > 0);
  const [mandates, proposals] = [borneOut('mandate'), borneOut('proposal')];
  const [releasedMandates, releasedProposals] = [resting(mandates), resting(proposals)];
  return {
    sources: inOrder(record.of('source').values()).map((version) => sourceOf(version, at(version.id))),
    statements,
    positions,
    figures,
    mandates: releasedMandates,
    proposals: releasedProposals,
    withheld: {
      speakers: statements.filter(({ attributionRule }) => attributionRule !== 'onRecord').length,
      positions: supported.length - positions.length,
      mandates: mandates.length - releasedMandates.length,
      proposals: proposals.length - releasedProposals.length,
    },
  };
}

interface Release {
  readonly rule: AttributionRule;
  readonly withhold: (words: string) => string;
}

function inOrder<V extends { readonly id: string; readonly entry: { readonly sequence: number } }>(versions: Iterable<V>): V[] {
  return [...versions].sort((a, b) => a.entry.sequence - b.entry.sequence || (a.id < b.id ? -1 : 1));
}

function recorded({ id, entry }: Version): Recorded {
  const { compartment, id: entryId, author, recordedAt, receivedAt } = entry;
  return { id, compartment, entryId, author, recordedAt, receivedAt };
}

function sourceOf(version: Version<'source'>, { rule, withhold }: Release): ReleasedSource {
  const { bytes, text: _text, attributionRule: _rule, note, title, publisher, pages, dropped, ...rest } = version.body;
  const open = rule === 'onRecord';
  return {
    ...recorded(version),
    ...rest,
    // The title of a meeting's note names those who met more often than not.
    title: rule === 'notAttributable' ? 'not attributable' : withhold(title),
    ...(open && publisher !== undefined ? { publisher } : {}),
    ...(open && pages !== undefined ? { pages } : {}),
    ...(open && note !== undefined ? { note } : {}),
    dropped: open ? dropped : [],
    attributionRule: rule,
    sha256: open ? bytes.sha256 : null,
  };
}

function statementOf(version: Version<'statement'>, { rule, withhold }: Release): ReleasedStatement {
  const { speaker, relays, cue, content, condition, note, utteranceId, featureIds, ...rest } = version.body;
  const open = rule === 'onRecord';
  const attributable = rule !== 'notAttributable';
  return {
    ...recorded(version),
    ...rest,
    ...(open && note !== undefined ? { note } : {}),
    // The same utterance in another source could be on the record.
    ...(open && utteranceId !== undefined ? { utteranceId } : {}),
    // Whose map was spoken of says who spoke, as a rule.
    ...(attributable && featureIds !== undefined ? { featureIds } : {}),
    attributionRule: rule,
    speaker: {
      name: open ? speaker.name : null,
      role: attributable ? (speaker.role ?? null) : null,
      anonymous: speaker.anonymous || !open,
      partyId: attributable ? (speaker.partyId ?? null) : null,
      factionId: attributable ? (speaker.factionId ?? null) : null,
    },
    relays: open ? relays.map(({ name }) => name) : [],
    cue: cue === undefined ? null : withhold(cue.text),
    content: content.map(({ start, end, text }) => (open ? { text, start, end } : { text: withhold(text), start: null, end: null })),
    condition: condition === undefined ? null : withhold(condition.text),
  };
}

function figureOf(record: CaseRecord, version: Version<'figure'>, { rule, withhold }: Release): ReleasedFigure {
  const { claimant, span, note, measure, scope, since, ...rest } = version.body;
  const open = rule === 'onRecord';
  const role = claimant?.statementId === undefined ? undefined : record.of('statement').get(claimant.statementId)?.body.speaker.role;
  return {
    ...recorded(version),
    ...rest,
    measure: withhold(measure),
    ...(scope === undefined ? {} : { scope: withhold(scope) }),
    ...(since === undefined ? {} : { since: withhold(since) }),
    ...(open && note !== undefined ? { note } : {}),
    attributionRule: rule,
    span: open ? { text: span.text, start: span.start, end: span.end } : { text: withhold(span.text), start: null, end: null },
    claimant:
      claimant === undefined || rule === 'notAttributable'
        ? null
        : { name: open ? claimant.name : (role ?? null), partyId: claimant.partyId ?? null, statementId: claimant.statementId ?? null },
  };
}
