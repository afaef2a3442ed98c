import { type CaseRecord, type Id, labelText } from '@parley/model';
import type { ExportFile } from './export-file.ts';
import { type ProvDocument, startProv } from './prov-document.ts';
import type { Recorded, Releasable, ReleasedFigure, ReleasedSource, ReleasedStatement } from './releasable.ts';

/**
 * Where everything in a case came from, in the terms of the W3C PROV data model: sources, statements,
 * positions and figures are entities; reading, entering and accepting are activities; authors, the
 * reader, publishers, parties and speakers are agents.
 *
 * Written as PROV-JSON: Huynh et al., "The PROV-JSON Serialization", W3C Member Submission, 24 April 2013.
 */
export function provFile(caseId: Id, record: CaseRecord, released: Releasable): ExportFile {
  const prov = startProv(caseId);
  addParties(prov, record);
  for (const source of released.sources) addSource(prov, source);
  const speakers = speakersOf(prov, released.statements);
  for (const statement of released.statements) {
    const id = `statement-${statement.id}`;
    prov.entity(id, 'Statement', statement.content.map(({ text }) => text).join(' … '), {
      status: statement.status,
      strength: statement.strength,
      saidOn: statement.saidOn,
      attributionRule: statement.attributionRule,
    });
    prov.wasDerivedFrom(id, `source-${statement.sourceId}`);
    addOrigin(prov, id, statement);
    const speaker = speakers.get(statement.id);
    if (speaker !== undefined) prov.wasAttributedTo(id, speaker);
  }
  for (const position of released.positions) {
    const id = `position-${position.id}`;
    prov.entity(id, 'Position', `${position.stance} ${optionName(record, position.issueId, position.optionId)}`, {
      issue: position.issueId,
      option: position.optionId,
      stance: position.stance,
      voice: position.voice,
      from: position.from,
      to: position.to,
    });
    prov.wasAttributedTo(id, `party-${position.partyId}`);
    const activity = entering(prov, position);
    prov.wasGeneratedBy(id, activity, position.recordedAt);
    for (const statementId of position.evidence) {
      prov.wasDerivedFrom(id, `statement-${statementId}`);
      prov.used(activity, `statement-${statementId}`);
    }
  }
  for (const figure of released.figures) addFigure(prov, figure);
  return { fileName: 'prov.json', mediaType: 'application/json', body: `${JSON.stringify(prov.document(), null, 2)}\n` };
}

function addParties(prov: ProvDocument, record: CaseRecord): void {
  for (const kind of ['party', 'thirdParty'] as const) {
    for (const { id, body } of record.of(kind).values()) prov.agent(`party-${id}`, 'prov:Organization', labelText(body.name));
  }
}

function addSource(prov: ProvDocument, source: ReleasedSource): void {
  const id = `source-${source.id}`;
  prov.entity(id, 'Source', source.title, {
    kind: source.kind,
    published: source.published,
    language: source.language,
    reliability: source.reliability,
    attributionRule: source.attributionRule,
    sha256: source.sha256 ?? undefined,
  });
  if (source.publisher !== undefined)
    prov.wasAttributedTo(id, prov.numbered('publisher', source.publisher, 'prov:Organization', source.publisher));
  if (source.derivedFrom !== undefined) prov.wasDerivedFrom(id, `source-${source.derivedFrom}`);
}

/** The agent of each statement that may be attributed, by statement id. A speaker on background is one of that source only. */
function speakersOf(prov: ProvDocument, statements: readonly ReleasedStatement[]): Map<Id, string> {
  const agents = new Map<Id, string>();
  for (const { id, sourceId, attributionRule, speaker } of statements) {
    if (attributionRule === 'notAttributable') continue;
    const words = speaker.name || speaker.role;
    if (!words) {
      if (speaker.partyId !== null) agents.set(id, `party-${speaker.partyId}`);
      continue;
    }
    const key = JSON.stringify([words, speaker.partyId, attributionRule === 'background' || speaker.anonymous ? sourceId : '']);
    const agent = prov.numbered('speaker', key, 'parley:Speaker', words);
    if (speaker.partyId !== null) prov.actedOnBehalfOf(agent, `party-${speaker.partyId}`);
    agents.set(id, agent);
  }
  return agents;
}

type Read = Recorded & Pick<ReleasedStatement, 'sourceId' | 'suggestedBy' | 'status'>;

/** How a statement or figure came into the record: read by a program and decided on by a person, or entered by a person. */
function addOrigin(prov: ProvDocument, entity: string, read: Read): void {
  const { suggestedBy, sourceId, status } = read;
  if (suggestedBy === undefined) {
    const activity = entering(prov, read);
    prov.used(activity, `source-${sourceId}`);
    prov.wasGeneratedBy(entity, activity, read.recordedAt);
    return;
  }
  const name = `${suggestedBy.name} ${suggestedBy.version}`;
  const reader = prov.numbered('reader', name, 'prov:SoftwareAgent', name);
  const reading = prov.activity(`reading-${sourceId}-${reader}`, 'Reading');
  prov.used(reading, `source-${sourceId}`);
  prov.wasAssociatedWith(reading, reader);
  prov.wasGeneratedBy(entity, reading);
  if (status === 'suggested') return;
  const decision = prov.activity(`decision-${read.entryId}`, status === 'accepted' ? 'Acceptance' : 'Rejection', read.recordedAt);
  prov.used(decision, entity);
  prov.wasAssociatedWith(decision, authorOf(prov, read));
}

function entering(prov: ProvDocument, entered: Recorded): string {
  const activity = prov.activity(`entry-${entered.entryId}`, 'Entry', entered.recordedAt);
  prov.wasAssociatedWith(activity, authorOf(prov, entered));
  return activity;
}

function authorOf(prov: ProvDocument, { author }: Recorded): string {
  return prov.agent(`author-${author}`, 'prov:Person', `holder of key ${author}`);
}

function addFigure(prov: ProvDocument, figure: ReleasedFigure): void {
  const id = `figure-${figure.id}`;
  prov.entity(id, 'Figure', figure.measure, {
    status: figure.status,
    low: figure.low,
    high: figure.high,
    qualifier: figure.qualifier,
    unit: figure.unit,
    scope: figure.scope,
    asOf: figure.asOf,
  });
  prov.wasDerivedFrom(id, `source-${figure.sourceId}`);
  if (figure.claimant?.statementId) prov.wasDerivedFrom(id, `statement-${figure.claimant.statementId}`);
  if (figure.claimant?.partyId) prov.wasAttributedTo(id, `party-${figure.claimant.partyId}`);
  addOrigin(prov, id, figure);
}

function optionName(record: CaseRecord, issueId: Id, optionId: Id): string {
  const option = record
    .of('issue')
    .get(issueId)
    ?.body.options.find(({ id }) => id === optionId);
  return option === undefined ? optionId : labelText(option.name);
}
