import {
  AFTER_ALL,
  BEFORE_ALL,
  type CaseRecord,
  contestedPairs,
  countWitnesses,
  type Day,
  holdsOn,
  type Id,
  labelText,
  pageAt,
  supporting,
  type Version,
  validities,
} from '@parley/model';
import { factionName, partyName } from '../party-name.ts';
import { csvTable } from './csv-table.ts';
import type { ExportFile } from './export-file.ts';
import type { Recorded, Releasable, ReleasedFigure, ReleasedStatement } from './releasable.ts';

/** The case as three tidy tables: a row a statement, a position, a figure. */
export function csvFiles(record: CaseRecord, released: Releasable, heldOn: Day): ExportFile[] {
  const file = (name: string, body: string): ExportFile => ({ fileName: name, mediaType: 'text/csv; charset=utf-8', body });
  return [
    file('statements.csv', statementsCsv(record, released)),
    file('positions.csv', positionsCsv(record, released, heldOn)),
    file('figures.csv', figuresCsv(record, released)),
  ];
}

function statementsCsv(record: CaseRecord, released: Releasable): string {
  const source = sourceColumns<ReleasedStatement>(released);
  const pageOf = pageIn(released);
  return csvTable<ReleasedStatement>(
    [
      ['statement_id', ({ id }) => id],
      ['status', ({ status }) => status],
      ...source,
      ['speaker', ({ speaker }) => speaker.name],
      ['role', ({ speaker }) => speaker.role],
      ['anonymous', ({ speaker }) => speaker.anonymous],
      ['party_id', ({ speaker }) => speaker.partyId],
      ['party', ({ speaker }) => partyName(record, speaker.partyId)],
      ['faction_id', ({ speaker }) => speaker.factionId],
      ['faction', ({ speaker }) => factionName(record, speaker.partyId, speaker.factionId)],
      ['relays', ({ relays }) => relays.join('; ')],
      ['strength', ({ strength }) => strength],
      ['speech', ({ speech }) => speech],
      ['voice', ({ voice }) => voice],
      ['cue', ({ cue }) => cue],
      ['content', ({ content }) => content.map(({ text }) => text).join(' … ')],
      ['content_spans', ({ content }) => content.flatMap(({ start, end }) => (start === null ? [] : [`${start}:${end}`])).join(' ')],
      ['page', ({ sourceId, content }) => pageOf(sourceId, content[0]?.start)],
      ['condition', ({ condition }) => condition],
      ['said_on', ({ saidOn }) => saidOn],
      ['links', ({ links }) => links.map(linkText).join('; ')],
      ['credibility', ({ credibility }) => credibility],
      ['utterance_id', ({ utteranceId }) => utteranceId],
      ['suggested_by', ({ suggestedBy }) => suggestedBy && `${suggestedBy.name} ${suggestedBy.version}`],
      ['confidence', ({ confidence }) => confidence],
      ['note', ({ note }) => note],
      ...RECORDED,
    ],
    released.statements,
  );
}

function positionsCsv(record: CaseRecord, released: Releasable, heldOn: Day): string {
  const { held, contested } = standing(released, heldOn);
  const issue = (id: Id) => record.of('issue').get(id)?.body;
  return csvTable(
    [
      ['position_id', ({ id }) => id],
      ['party_id', ({ partyId }) => partyId],
      ['party', ({ partyId }) => partyName(record, partyId)],
      ['faction_id', ({ factionId }) => factionId],
      ['faction', ({ partyId, factionId }) => factionName(record, partyId, factionId ?? null)],
      ['issue_id', ({ issueId }) => issueId],
      ['issue', ({ issueId }) => nameOf(issue(issueId)?.name)],
      ['option_id', ({ optionId }) => optionId],
      ['option', ({ issueId, optionId }) => nameOf(issue(issueId)?.options.find(({ id }) => id === optionId)?.name)],
      ['stance', ({ stance }) => stance],
      ['voice', ({ voice }) => voice],
      ['from', ({ from }) => from],
      ['to', ({ to }) => to],
      // With what replaced it taken into account; empty where it has no known start or end.
      ['holds_from', ({ id }) => known(held.get(id)?.firstDay)],
      ['holds_to', ({ id }) => known(held.get(id)?.lastDay)],
      ['held_on', () => heldOn],
      ['held', ({ id }) => holds(held.get(id), heldOn)],
      ['contested', ({ id }) => contested.has(id)],
      ['witnesses', ({ evidence }) => countWitnesses(record, supporting(record, evidence))],
      ['evidence', ({ evidence }) => evidence.join(' ')],
      ['note', ({ note }) => note],
      ...RECORDED,
    ],
    released.positions,
  );
}

function figuresCsv(record: CaseRecord, released: Releasable): string {
  const source = sourceColumns<ReleasedFigure>(released);
  const pageOf = pageIn(released);
  return csvTable<ReleasedFigure>(
    [
      ['figure_id', ({ id }) => id],
      ['status', ({ status }) => status],
      ...source,
      ['measure', ({ measure }) => measure],
      ['low', ({ low }) => low],
      ['high', ({ high }) => high],
      ['qualifier', ({ qualifier }) => qualifier],
      ['unit', ({ unit }) => unit],
      ['scope', ({ scope }) => scope],
      ['since', ({ since }) => since],
      ['as_of', ({ asOf }) => asOf],
      ['claimant', ({ claimant }) => claimant?.name],
      ['claimant_party_id', ({ claimant }) => claimant?.partyId],
      ['claimant_party', ({ claimant }) => partyName(record, claimant?.partyId ?? null)],
      ['statement_id', ({ claimant }) => claimant?.statementId],
      ['words', ({ span }) => span.text],
      ['words_start', ({ span }) => span.start],
      ['words_end', ({ span }) => span.end],
      ['page', ({ sourceId, span }) => pageOf(sourceId, span.start)],
      ['suggested_by', ({ suggestedBy }) => suggestedBy && `${suggestedBy.name} ${suggestedBy.version}`],
      ['note', ({ note }) => note],
      ...RECORDED,
    ],
    released.figures,
  );
}

const RECORDED = [
  ['compartment', ({ compartment }: Recorded) => compartment],
  ['recorded_at', ({ recordedAt }: Recorded) => recordedAt],
  ['received_at', ({ receivedAt }: Recorded) => receivedAt],
] as const;

function sourceColumns<Row extends { readonly sourceId: Id; readonly attributionRule: string }>({ sources }: Releasable) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return [
    ['source_id', ({ sourceId }: Row) => sourceId],
    ['source_title', ({ sourceId }: Row) => byId.get(sourceId)?.title],
    ['publisher', ({ sourceId }: Row) => byId.get(sourceId)?.publisher],
    ['published', ({ sourceId }: Row) => byId.get(sourceId)?.published],
    ['reliability', ({ sourceId }: Row) => byId.get(sourceId)?.reliability],
    ['attribution_rule', ({ attributionRule }: Row) => attributionRule],
  ] as const;
}

/** How the released positions stand to each other; what is withheld must not show in whether one is contested. */
function standing({ positions }: Releasable, heldOn: Day) {
  const cells = Map.groupBy(positions, ({ partyId, issueId, optionId }) => `${partyId} ${issueId} ${optionId}`);
  const held = new Map<Id, { firstDay: string; lastDay: string }>();
  const contested = new Set<Id>();
  for (const cell of cells.values()) {
    const all = validities(cell.map((body) => ({ id: body.id, body, entry: {} }) as unknown as Version<'position'>));
    for (const one of all) held.set(one.position.id, one);
    for (const pair of contestedPairs(all.filter((one) => holdsOn(one, heldOn))))
      for (const { position } of pair) contested.add(position.id);
  }
  return { held, contested };
}

/** The page that a place of a source is on; none where the source has no pages, and where the place is withheld. */
function pageIn({ sources }: Releasable): (sourceId: Id, place: number | null | undefined) => number | null {
  const paged = new Map(sources.flatMap((source) => (source.pages === undefined ? [] : [[source.id, source] as const])));
  return (sourceId, place) => (place == null ? null : pageAt(paged.get(sourceId) ?? {}, place));
}

function linkText({ issueId, optionId, stance }: ReleasedStatement['links'][number]): string {
  return `${issueId}${optionId === undefined ? '' : `/${optionId}`}${stance === undefined ? '' : `=${stance}`}`;
}

function known(day: string | undefined): string | null {
  return day === undefined || day === BEFORE_ALL || day === AFTER_ALL ? null : day;
}

function holds(span: { firstDay: string; lastDay: string } | undefined, day: Day): boolean {
  return span !== undefined && span.firstDay <= day && day <= span.lastDay;
}

const nameOf = (label: Parameters<typeof labelText>[0] | undefined): string | undefined => label && labelText(label);
