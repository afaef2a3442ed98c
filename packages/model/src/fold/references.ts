import { PUBLIC } from '../words/compartment.ts';
import type { Body, Kind } from '../words/kinds.ts';
import { namedInRule } from '../words/package-rule.ts';
import { preferenceOptions } from '../words/preference.ts';
import { namedInPriority } from '../words/priority.ts';

/** A subject that a body names, and the words for where it names it. */
export interface Reference {
  readonly kinds: readonly Kind[];
  readonly id: string;
  readonly field: string;
  /** The part of the named subject that is meant: a faction of a party, an option of an issue, an item of an exchange. */
  readonly part?: string;
}

const PARTIES = ['party', 'thirdParty'] as const;
const reference = (kinds: readonly Kind[], id: string, field: string, part?: string): Reference =>
  part === undefined ? { kinds, id, field } : { kinds, id, field, part };

/** Every subject that a body names. */
export function referencesOf<K extends Kind>(kind: K, body: Body<K>): Reference[] {
  const of = READERS[kind] as ((body: Body<K>) => (Reference | null)[]) | undefined;
  return of ? of(body).filter((found) => found !== null) : [];
}

const READERS: { [K in Kind]?: (body: Body<K>) => (Reference | null)[] } = {
  compartment: (body) => [body.within === PUBLIC ? null : reference(['compartment'], body.within, 'within')],
  delegation: (body) => [reference(['party'], body.partyId, 'partyId')],
  mandate: (body) => [
    reference(['delegation'], body.delegationId, 'delegationId'),
    ...body.mayDecide.flatMap(({ issueId, optionIds }) => [
      reference(['issue'], issueId, 'mayDecide'),
      ...optionIds.map((id) => reference(['issue'], issueId, 'mayDecide', id)),
    ]),
    ...evidence(body),
  ],
  issue: (body) => body.options.flatMap(({ featureIds }) => features(featureIds)),
  source: (body) => [body.derivedFrom === undefined ? null : reference(['source'], body.derivedFrom, 'derivedFrom')],
  statement: (body) => [
    reference(['source'], body.sourceId, 'sourceId'),
    body.speaker.partyId === undefined ? null : reference(PARTIES, body.speaker.partyId, 'speaker.partyId', body.speaker.factionId),
    ...body.links.map((link) => reference(['issue'], link.issueId, 'links', link.optionId)),
    ...features(body.featureIds),
  ],
  position: (body) => [
    reference(PARTIES, body.partyId, 'partyId', body.factionId),
    reference(['issue'], body.issueId, 'optionId', body.optionId),
    ...evidence(body),
  ],
  figure: (body) => [
    reference(['source'], body.sourceId, 'sourceId'),
    body.claimant?.partyId === undefined ? null : reference(PARTIES, body.claimant.partyId, 'claimant.partyId'),
    body.claimant?.statementId === undefined ? null : reference(['statement'], body.claimant.statementId, 'claimant.statementId'),
  ],
  proposal: (body) => [
    body.byId === undefined ? null : reference(PARTIES, body.byId, 'byId'),
    ...body.options.map(({ issueId, optionId }) => reference(['issue'], issueId, 'options', optionId)),
    ...evidence(body),
  ],
  exchange: (body) => [
    ...body.sides.map((id) => reference(PARTIES, id, 'sides')),
    body.issueId === undefined ? null : reference(['issue'], body.issueId, 'issueId'),
    body.guarantor === undefined ? null : reference(['thirdParty'], body.guarantor.guarantorId, 'guarantor'),
    ...body.items.flatMap(({ verification }) =>
      verification?.byId === undefined ? [] : [reference(['thirdParty'], verification.byId, 'items')],
    ),
    ...evidence(body),
  ],
  weighing: (body) => [
    reference(PARTIES, body.partyId, 'partyId'),
    ...itemsOf(body, [...body.ranges.map(({ itemId }) => itemId), ...body.order.flat()]),
    ...evidence(body),
  ],
  schedule: (body) => [
    body.proposedById === undefined ? null : reference(PARTIES, body.proposedById, 'proposedById'),
    ...itemsOf(
      body,
      body.steps.flatMap(({ deliver }) => deliver.map(({ itemId }) => itemId)),
    ),
    ...evidence(body),
  ],
  delivery: (body) => [
    ...itemsOf(body, [body.itemId]),
    body.sourceId === undefined ? null : reference(['source'], body.sourceId, 'sourceId'),
    ...evidence(body),
  ],
  conflict: (body) => [
    ...body.deciders.flatMap(({ partyId, factionId, options }) => [
      reference(PARTIES, partyId, 'deciders', factionId),
      ...options.flatMap(({ link }) => (link === undefined ? [] : [reference(['issue'], link.issueId, 'deciders', link.optionId)])),
    ]),
    ...evidence(body),
  ],
  preference: (body) => [
    reference(['conflict'], body.conflictId, 'conflictId', body.deciderId),
    ...preferenceOptions(body).map((id) => reference(['conflict'], body.conflictId, 'statements', id)),
    ...body.statements.flatMap(evidence),
  ],
  priority: (body) => [
    reference(['party'], body.partyId, 'partyId', body.factionId),
    ...namedInPriority(body).map(({ issueId, optionId }) => reference(['issue'], issueId, 'issueId', optionId)),
    ...evidence(body),
  ],
  packageRule: (body) => [
    ...namedInRule(body).map(({ issueId, optionId }) => reference(['issue'], issueId, 'rule', optionId)),
    ...evidence(body),
  ],
  mapFeature: (body) => [
    body.partyId === undefined ? null : reference(PARTIES, body.partyId, 'partyId'),
    body.replacesId === undefined ? null : reference(['mapFeature'], body.replacesId, 'replacesId'),
    body.sourceId === undefined ? null : reference(['source'], body.sourceId, 'sourceId'),
    ...evidence(body),
  ],
  population: (body) => [body.sourceId === undefined ? null : reference(['source'], body.sourceId, 'sourceId')],
  cue: evidence,
  declinedOffer: (body) => {
    switch (body.offer) {
      case 'alias':
        return [reference(PARTIES, body.partyId, 'partyId')];
      case 'term':
        return [reference(['issue'], body.issueId, body.optionId === undefined ? 'issueId' : 'optionId', body.optionId)];
      case 'utterance':
        return body.statements.map((id) => reference(['statement'], id, 'statements'));
      case 'copy':
        return body.sources.map((id) => reference(['source'], id, 'sources'));
      case 'cue':
        return [];
    }
  },
};

function evidence(body: { evidence: readonly string[] }): Reference[] {
  return body.evidence.map((id) => reference(['statement'], id, 'evidence'));
}

function features(ids: readonly string[] = []): Reference[] {
  return ids.map((id) => reference(['mapFeature'], id, 'featureIds'));
}

/** The exchange, and each of its items that is named. */
function itemsOf({ exchangeId }: { exchangeId: string }, itemIds: readonly string[]): Reference[] {
  const items = [...new Set(itemIds)].map((id) => reference(['exchange'], exchangeId, 'itemId', id));
  return [reference(['exchange'], exchangeId, 'exchangeId'), ...items];
}
