import { type AttributionRule, type Body, type CaseRecord, type Id, type Label, labelText, PUBLIC, type Version } from '@parley/model';
import type { WrittenFeature, WrittenMap } from '@parley/terrain';
import { ruleOf, strictest, withholder } from '../../export/attribution.ts';
import { partyName } from '../../party-name.ts';
import { featuresOf, mapKeyOf } from '../case-map.ts';

/** Features as they may leave the case, and how many must stay. */
export interface ReleasedMap extends WrittenMap {
  /** Features of a party whose only source may not be attributed: where they run would tell whose they are. */
  readonly withheld: number;
}

/**
 * The features named, or all, with rules of attribution honoured. A record is folded from what is in scope and nothing
 * else, so that nothing of a narrower compartment is here; the compartments named are those of what was used.
 *
 * Throws a UserError for a feature that is hidden or not there.
 */
export function releasedMap(record: CaseRecord, ids?: readonly Id[]): ReleasedMap {
  const versions = [...featuresOf(record, ids)].sort((a, b) => a.entry.sequence - b.entry.sequence || (a.id < b.id ? -1 : 1));
  const bySource = Map.groupBy(record.of('statement').values(), ({ body }) => body.sourceId);
  const withholders = new Map<Id, (words: string) => string>();
  const ofSource = (id: Id): ((words: string) => string) => {
    const made = withholders.get(id) ?? withholder(record, id, bySource.get(id) ?? []);
    withholders.set(id, made);
    return made;
  };
  const withhold = (words: string, { body }: Version<'mapFeature'>): string =>
    sourcesOf(record, body).reduce((left, id) => ofSource(id)(left), words);
  const features = versions
    .filter((version) => mayLeave(record, version))
    .map((version) => writtenFeature(record, version, (words) => withhold(words, version)));
  const withheld = versions.length - features.length;
  return {
    title: titleOf(record),
    features,
    compartments: compartmentNames(record, usedBy(record, features)),
    told: withheld === 0 ? [] : [withheldText(withheld)],
    withheld,
  };
}

function withheldText(count: number): string {
  return count === 1
    ? '1 feature is left out: where it comes from may not be attributed'
    : `${count} features are left out: where they come from may not be attributed`;
}

function mayLeave(record: CaseRecord, version: Version<'mapFeature'>): boolean {
  return version.body.partyId === undefined || ruleOfFeature(record, version.body) !== 'notAttributable';
}

/** That of its source; where it has none, that of what was said about it. What can no longer be asked is not attributable. */
function ruleOfFeature(record: CaseRecord, body: Body<'mapFeature'>): AttributionRule {
  const rules = sourcesOf(record, body).map((id) => (record.of('source').has(id) ? ruleOf(record, id) : 'notAttributable'));
  const known = rules.filter((rule) => rule !== 'notAttributable');
  return rules.length > 0 && known.length === 0 ? 'notAttributable' : strictest(known);
}

/** Its source; where it has none, those of what was said about it. A statement that is gone leaves a source that is not there. */
function sourcesOf(record: CaseRecord, { sourceId, evidence }: Body<'mapFeature'>): Id[] {
  if (sourceId !== undefined) return [sourceId];
  return [...new Set(evidence.map((id) => record.of('statement').get(id)?.body.sourceId ?? ''))];
}

function writtenFeature(
  record: CaseRecord,
  { id, body, entry }: Version<'mapFeature'>,
  withhold: (words: string) => string,
): WrittenFeature {
  const { name, shape, coordinates, category, version, phase, on, accuracyMeters, madeHow, pCode, contested, namedBy, replacesId } = body;
  const party = partyName(record, body.partyId ?? null);
  const source = body.sourceId === undefined ? undefined : record.of('source').get(body.sourceId)?.body;
  const rule = ruleOfFeature(record, body);
  const replaced = replacesId === undefined ? undefined : record.of('mapFeature').get(replacesId);
  const released = version === undefined ? undefined : withhold(version);
  return {
    id,
    name: Object.fromEntries(Object.entries(name).map(([language, text]) => [language, withhold(text)])) as Label,
    shape,
    coordinates: coordinates as WrittenFeature['coordinates'],
    mapKey: isGround(body) ? null : mapKeyOf({ ...body, version: released }),
    category,
    ...(party === null ? {} : { partyId: body.partyId, party }),
    version: released,
    phase,
    on,
    accuracyMeters,
    madeHow,
    source: source === undefined ? undefined : rule === 'notAttributable' ? 'not attributable' : withhold(source.title),
    pCode,
    contested,
    // Whoever calls it so was perhaps not to be named.
    namedBy: rule === 'onRecord' ? namedBy : undefined,
    replacesId: replaced !== undefined && mayLeave(record, replaced) ? replacesId : undefined,
    compartment: entry.compartment,
  };
}

const GROUND: ReadonlySet<Body<'mapFeature'>['category']> = new Set(['municipality', 'camp', 'hospital', 'crossing', 'road']);

function isGround({ partyId, category, shape }: Body<'mapFeature'>): boolean {
  return partyId === undefined && (shape === 'place' || GROUND.has(category));
}

function titleOf(record: CaseRecord): string {
  const [found] = record.of('case').values();
  return found === undefined ? 'Maps' : labelText(found.body.title);
}

/** The compartments of features, and of the parties and sources that they are told with. */
function usedBy(record: CaseRecord, features: readonly WrittenFeature[]): Id[] {
  return features.flatMap(({ id, partyId }) => {
    const sourceId = record.of('mapFeature').get(id)?.body.sourceId;
    const party = partyId === undefined ? undefined : (record.of('party').get(partyId) ?? record.of('thirdParty').get(partyId));
    const all = [record.of('mapFeature').get(id), sourceId === undefined ? undefined : record.of('source').get(sourceId), party];
    return all.flatMap((version) => version?.entry.compartment ?? []);
  });
}

/** The names of compartments, each once; of one that is not there, its id. */
export function compartmentNames(record: CaseRecord, ids: Iterable<Id>): string[] {
  const nameOf = (id: Id): string => {
    const found = record.of('compartment').get(id);
    return found === undefined ? (id === PUBLIC ? 'public' : id) : labelText(found.body.name);
  };
  return [...new Set(ids)].sort().map(nameOf);
}
