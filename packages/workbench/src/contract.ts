import {
  AttributionRule,
  CaseDetails,
  Compartment,
  Day,
  EdtfDate,
  Figure,
  FigureGroup,
  Id,
  Instant,
  KIND_NAMES,
  KINDS,
  type Kind,
  Label,
  LanguageTag,
  MapFeatureDetails,
  PopulationDetails,
  Position,
  Reliability,
  Source,
  Stance,
  Statement,
  TableView,
  Voice,
} from '@parley/model';
import { z } from 'zod';

/** What the server and the browser say to each other. The OpenAPI document is made from these. */

export const Problem = z
  .object({ error: z.object({ code: z.string(), message: z.string(), cure: z.string() }) })
  .meta({ id: 'Problem', description: 'The one shape of every error' });

export const CaseFile = z
  .object({
    /** Null while a case file is locked. */
    caseId: Id.nullable(),
    file: z.string(),
    title: Label.nullable(),
    locked: z.boolean(),
    /** Why it cannot be opened at all: it is no case file, is damaged, is from a newer version. Null for most. */
    fault: z.string().nullable(),
  })
  .meta({ id: 'CaseFile' });

export const NewCase = z.object({ title: Label, passphrase: z.string().min(1).optional() }).meta({ id: 'NewCase' });
export const OpenCase = z.object({ file: z.string(), passphrase: z.string().min(1).optional() }).meta({ id: 'OpenCase' });

/** Which case as of when: the two times, and the compartments to look through (all that the file holds where absent). */
export const AsOf = z
  .object({
    heldOn: Day.optional().meta({ description: 'The day positions are held on; today where absent' }),
    knownAt: Instant.optional().meta({ description: 'Only what had been received by then' }),
    compartments: z.string().optional().meta({ description: 'Ids of compartments, separated by commas' }),
  })
  .meta({ id: 'AsOf' });

export const CaseSummary = z
  .object({
    caseId: Id,
    details: CaseDetails,
    file: z.string(),
    encrypted: z.boolean(),
    /** The place of the last entry in this store's order of arrival. */
    sequence: z.int(),
    counts: z.object({ parties: z.int(), issues: z.int(), sources: z.int(), accepted: z.int(), suggested: z.int() }),
    compartments: z.array(z.object({ id: Id, compartment: Compartment })),
    /** Instants at which entries were received, one a day at most (the last of each), for the second time control. */
    receivedAt: z.array(Instant),
  })
  .meta({ id: 'CaseSummary' });

/** Kinds of which a list leaves out what may be megabytes. */
const LISTED: { readonly [K in Kind]?: z.ZodObject } = { mapFeature: MapFeatureDetails, population: PopulationDetails };

/** A kind of subject by the names of its schemas: `party` gives `PartyVersion`, `PartyHistory` and `PartyPut`. */
function schemasOf<K extends Kind>(kind: K) {
  const name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const body = KINDS[kind];
  const version = { id: Id, compartment: Id, receivedAt: Instant, body };
  const listed = LISTED[kind] ?? body;
  const past = z.object({
    entryId: Id,
    recordedAt: Instant,
    receivedAt: Instant,
    author: Id,
    action: z.enum(['put', 'retract']),
    /** Null for a retraction and where the content was destroyed. */
    body: body.nullable(),
  });
  return {
    version: z.object({ ...version, body: listed }).meta({ id: `${name}Version`, description: `A ${kind} as a list has it` }),
    history: z
      .object({ ...version, versions: z.array(past) })
      .meta({ id: `${name}History`, description: `A ${kind} as it stands, and all its versions, oldest first` }),
    put: z.object({ body, compartment: Id.optional() }).meta({
      id: `${name}Put`,
      description: `A ${kind} to record; where no compartment is given it stays where it is, a new one is public`,
    }),
  };
}

type Schemas = { [K in Kind]: ReturnType<typeof schemasOf<K>> };

/** The schemas of each kind's own routes. */
export const SUBJECTS = Object.fromEntries(KIND_NAMES.map((kind) => [kind, schemasOf(kind)])) as unknown as Schemas;

export const SourceSummary = z
  .object({
    id: Id,
    title: z.string(),
    kind: z.enum(['report', 'document', 'note']),
    publisher: z.string().nullable(),
    published: EdtfDate.nullable(),
    reliability: Reliability.nullable(),
    attributionRule: AttributionRule.nullable(),
    language: z.string().nullable(),
    compartment: Id,
    receivedAt: Instant,
    /** The source that it is a copy or translation of. */
    derivedFrom: Id.nullable(),
    textLength: z.int(),
    accepted: z.int(),
    suggested: z.int(),
    rejected: z.int(),
  })
  .meta({ id: 'SourceSummary' });

/** A statement as a list shows it: beside its source, with the sentences around its words. */
export const StatementView = z
  .object({
    id: Id,
    compartment: Id,
    receivedAt: Instant,
    statement: Statement,
    source: SourceSummary,
    /** The stretch of the source's text around the statement's spans; `start` in UTF-16 code units. */
    excerpt: z.object({ start: z.int(), text: z.string() }),
    /** The page of its source that its first words are on; null where the source has no pages. */
    page: z.int().nullable(),
    /** The positions it bears out. */
    positions: z.array(Id),
  })
  .meta({ id: 'StatementView' });

const PositionView = z.object({ id: Id, compartment: Id, position: Position }).meta({ id: 'PositionView' });

export const CellEvidence = z
  .object({
    partyId: Id,
    issueId: Id,
    positions: z.array(PositionView),
    accepted: z.array(StatementView),
    suggested: z.array(StatementView),
  })
  .meta({ id: 'CellEvidence' });

export const SourcePage = z
  .object({
    id: Id,
    compartment: Id,
    receivedAt: Instant,
    source: Source,
    text: z.string(),
    statements: z.array(StatementView.omit({ source: true, excerpt: true, page: true })),
    figures: z.array(z.object({ id: Id, figure: Figure })),
    /** Sentences that look attributed but were not understood, `start` and `end` in UTF-16 code units. */
    unread: z.array(z.object({ start: z.int(), end: z.int() })),
  })
  .meta({ id: 'SourcePage' });

export const NewSource = z
  .object({
    /** Text as pasted or typed; or `base64`, the bytes of a file. One of the two. */
    text: z.string().optional(),
    base64: z.string().optional(),
    fileName: z.string().max(500).optional(),
    kind: z.enum(['report', 'document', 'note']).default('report'),
    title: z.string().max(1000).optional(),
    publisher: z.string().max(500).optional(),
    published: EdtfDate.optional(),
    reliability: Reliability.optional(),
    language: LanguageTag.optional().meta({ description: 'Of the text; told from it where absent' }),
    attributionRule: AttributionRule.optional(),
    derivedFrom: Id.optional(),
    compartment: Id.optional(),
  })
  .meta({ id: 'NewSource' });

/** What a change recorded. `entries` handed to undo takes it back. */
export const Recorded = z
  .object({
    sequence: z.int(),
    entries: z.array(z.object({ id: Id, subject: z.object({ kind: z.enum(KIND_NAMES), id: Id }) })),
  })
  .meta({ id: 'Recorded' });

/** A position as a decision asks for it; its evidence is the statement decided on. */
const WantedPosition = z
  .object({
    partyId: Id,
    factionId: Id.optional(),
    issueId: Id,
    optionId: Id,
    stance: Stance,
    voice: Voice,
    from: EdtfDate.optional(),
    to: EdtfDate.optional(),
  })
  .meta({ id: 'WantedPosition' });

export const Decision = z
  .object({
    decision: z.enum(['accept', 'reject', 'reopen']),
    /** The statement as corrected; the kept one where absent. */
    statement: Statement.optional(),
    /** With accept: the position that it bears out. Absent: none is recorded. */
    position: WantedPosition.optional(),
    /** With accept: more positions, where it speaks to several options. */
    positions: z.array(WantedPosition).optional(),
  })
  .meta({ id: 'Decision' });

/** What became of one report. */
const AddedReport = z.object({
  sourceId: Id,
  /** How many statements and figures the reader suggests. */
  suggested: z.int(),
  figures: z.int(),
  /** How many sentences look attributed and were not understood. */
  unread: z.int(),
  /** The source that has the same already; then nothing was recorded. */
  duplicateOf: Id.nullable(),
  /** Sources with mostly the same words, the nearest first: perhaps this one is a copy of theirs. */
  similar: z.array(
    z.object({ sourceId: Id, share: z.number().meta({ description: 'Share of five-word stretches in common, from .7 to 1' }) }),
  ),
});

/** What became of a file. `sourceId`, `duplicateOf` and `similar` are of its first new report, the counts of all. */
export const RecordedSource = Recorded.extend(AddedReport.shape)
  .extend({
    /** Each report in the file: several for a mailbox, a feed or a table of reports. */
    sources: z.array(AddedReport.meta({ id: 'AddedReport' })),
  })
  .meta({ id: 'RecordedSource' });

/** Statements of different sources that look like witnesses of one utterance. */
export const UtteranceGroup = z
  .object({
    statements: z.array(StatementView),
    overlap: z
      .number()
      .meta({ description: 'Share of content words in common, from .6 to 1, of the two least alike that were put together' }),
  })
  .meta({ id: 'UtteranceGroup' });

export const JoinUtterance = z.object({ statements: z.array(Id).min(2) }).meta({ id: 'JoinUtterance' });

export const StatementQuery = AsOf.extend({
  status: z.enum(['suggested', 'accepted', 'rejected']).optional(),
  partyId: Id.optional().meta({ description: 'Only those whose speaker is this party or third party' }),
  issueId: Id.optional().meta({ description: 'Only those linked to this issue' }),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});

export const StatementPage = z.object({ total: z.int(), statements: z.array(StatementView) }).meta({ id: 'StatementPage' });

export const SearchQuery = AsOf.extend({
  q: z.string().trim().min(1).max(500).meta({ description: 'Words to search for' }),
  limit: z.coerce.number().int().min(1).max(200).default(30),
});

export const EventsQuery = AsOf.pick({ compartments: true }).extend({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ description: 'The sequence that the caller has seen; what came since is sent at once' }),
});

export const EXPORT_FORMATS = ['statements.csv', 'positions.csv', 'figures.csv', 'case.json', 'prov.json'] as const;

export const Undo = z.object({ entries: z.array(Id).min(1) }).meta({ id: 'Undo' });

export const SearchResult = z
  .object({
    kind: z.enum(['source', 'statement', 'figure']),
    id: Id,
    /** The source to open for it. */
    sourceId: Id,
    /** Matched words stand between U+E000 and U+E001. */
    snippet: z.string(),
  })
  .meta({ id: 'SearchResult' });

/** Sent as server-sent event `entries` whenever entries came, from here or from another process. */
export const EntriesEvent = z
  .object({ sequence: z.int(), subjects: z.array(z.object({ kind: z.enum(KIND_NAMES), id: Id })) })
  .meta({ id: 'EntriesEvent' });

export const ChainReport = z
  .object({
    entries: z.int(),
    chains: z.int().meta({ description: 'One for each author in each compartment' }),
    destroyed: z.int().meta({ description: 'Entries whose content was destroyed, and whose place in the chain still checks' }),
    firstFault: z.object({ entryId: z.string(), fault: z.string() }).nullable(),
  })
  .meta({ id: 'ChainReport' });

export { FigureGroup, TableView };
