import type { CaseRecord, Version } from '../fold/fold.ts';

/** The accepted statements among those named as evidence: what is suggested or rejected bears nothing out. */
export function supporting(record: CaseRecord, evidence: readonly string[]): Version<'statement'>[] {
  const statements = record.of('statement');
  const sources = record.of('source');
  const found: Version<'statement'>[] = [];
  for (const id of evidence) {
    const statement = statements.get(id);
    if (statement?.body.status === 'accepted' && sources.has(statement.body.sourceId)) found.push(statement);
  }
  return found;
}

/**
 * The positions that an accepted statement still bears out; a view shows no others.
 *
 * @param among asks for those only whose body it says true of
 */
export function supportedPositions(record: CaseRecord, among?: (body: Version<'position'>['body']) => boolean): Version<'position'>[] {
  const parties = record.of('party');
  const thirdParties = record.of('thirdParty');
  const statements = record.of('statement');
  const sources = record.of('source');
  const bearsOut = (id: string): boolean => {
    const statement = statements.get(id);
    return statement?.body.status === 'accepted' && sources.has(statement.body.sourceId);
  };
  const found: Version<'position'>[] = [];
  for (const position of record.of('position').values()) {
    if (among !== undefined && !among(position.body)) continue;
    const { partyId, evidence } = position.body;
    if ((parties.has(partyId) || thirdParties.has(partyId)) && evidence.some(bearsOut)) found.push(position);
  }
  return found;
}

/**
 * How many independent witnesses bear it out: statements of one source, of a copy or translation of
 * it, or of one utterance count once.
 */
export function countWitnesses(record: CaseRecord, statements: readonly Version<'statement'>[]): number {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    const up = parent.get(key);
    return up === undefined || up === key ? key : root(up);
  };
  const keys = statements.map(({ body }) => {
    const origin = `source ${originOf(record, body.sourceId)}`;
    if (body.utteranceId !== undefined) parent.set(root(`utterance ${body.utteranceId}`), root(origin));
    return origin;
  });
  return new Set(keys.map(root)).size;
}

function originOf(record: CaseRecord, sourceId: string): string {
  const seen = new Set<string>();
  let at = sourceId;
  for (;;) {
    seen.add(at);
    const from = record.of('source').get(at)?.body.derivedFrom;
    if (from === undefined || seen.has(from)) return at;
    at = from;
  }
}
