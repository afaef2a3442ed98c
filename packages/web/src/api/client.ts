import createClient from 'openapi-fetch';
import type { paths } from '../generated/api.d.ts';
import { base64Of } from '../record/base64-of.ts';
import type { Query } from '../router/place.ts';
import { ApiProblem } from './problem.ts';
import type {
  BetweenMaps,
  Bodies,
  CompareMaps,
  ContestedMaps,
  Decision,
  Decline,
  DifferenceOfMaps,
  ImportFields,
  Kept,
  Kind,
  Label,
  LexiconWord,
  NewSource,
  PhaseMaps,
  PopulationFields,
  Recorded,
  ShiftMaps,
  StabilityConcept,
} from './types.ts';

/** As of which two times, and through which compartments. */
export type AsOf = Pick<Query, 'heldOn' | 'knownAt' | 'compartments'>;

const client = createClient<paths>({ baseUrl: typeof window === 'undefined' ? '' : window.location.origin });

/** What the app asks of the server. Every function throws an ApiProblem where the answer is an error. */
export const api = {
  cases: () => answer(client.GET('/api/cases')),
  newCase: (body: { title: Label; passphrase?: string }) => answer(client.POST('/api/cases', { body })),
  openCase: (body: { file: string; passphrase?: string }) => answer(client.POST('/api/cases/open', { body })),
  undo: (caseId: string, entries: string[]) =>
    answer(client.POST('/api/cases/{caseId}/undo', { params: { path: { caseId } }, body: { entries } })),

  summary: (caseId: string, asOf: AsOf) => answer(client.GET('/api/cases/{caseId}', at({ caseId }, asOf))),
  table: (caseId: string, asOf: AsOf) => answer(client.GET('/api/cases/{caseId}/table', at({ caseId }, asOf))),
  cell: (caseId: string, partyId: string, issueId: string, asOf: AsOf) =>
    answer(client.GET('/api/cases/{caseId}/cells/{partyId}/{issueId}', at({ caseId, partyId, issueId }, asOf))),
  figures: (caseId: string, asOf: AsOf) => answer(client.GET('/api/cases/{caseId}/figures', at({ caseId }, asOf))),
  search: (caseId: string, q: string, asOf: AsOf) =>
    answer(client.GET('/api/cases/{caseId}/search', at({ caseId }, asOf, { q, limit: 20 }))),

  sources: (caseId: string, asOf: AsOf) => answer(client.GET('/api/cases/{caseId}/sources', at({ caseId }, asOf))),
  source: (caseId: string, sourceId: string, asOf: AsOf) =>
    answer(client.GET('/api/cases/{caseId}/sources/{sourceId}', at({ caseId, sourceId }, asOf))),
  addSource: (caseId: string, body: NewSource) =>
    answer(client.POST('/api/cases/{caseId}/sources', { params: { path: { caseId } }, body })),

  statements: (caseId: string, asOf: AsOf, filter: { status?: 'suggested' | 'accepted' | 'rejected'; limit?: number }) =>
    answer(client.GET('/api/cases/{caseId}/statements', at({ caseId }, asOf, filter))),
  decide: (caseId: string, statementId: string, body: Decision) =>
    answer(client.POST('/api/cases/{caseId}/statements/{statementId}/decision', { params: { path: { caseId, statementId } }, body })),

  bargain: (caseId: string, asOf: AsOf, ratify: string | undefined, signal: AbortSignal) =>
    answer(client.GET('/api/cases/{caseId}/bargain', { ...at({ caseId }, asOf, { ...(ratify && { ratify }) }), signal })),
  bargainOpenings: (caseId: string, asOf: AsOf, ratify: string | undefined, signal: AbortSignal) =>
    answer(client.GET('/api/cases/{caseId}/bargain/openings', { ...at({ caseId }, asOf, { ...(ratify && { ratify }) }), signal })),
  bargainQuestions: (caseId: string, asOf: AsOf, ratify: string | undefined, signal: AbortSignal) =>
    answer(client.GET('/api/cases/{caseId}/bargain/questions', { ...at({ caseId }, asOf, { ...(ratify && { ratify }) }), signal })),
  bargainExact: (caseId: string, asOf: AsOf, signal: AbortSignal) =>
    answer(client.GET('/api/cases/{caseId}/bargain/exact', { ...at({ caseId }, asOf), signal })),
  stability: (caseId: string, conflictId: string, asOf: AsOf) =>
    answer(client.GET('/api/cases/{caseId}/stability/{conflictId}', at({ caseId, conflictId }, asOf))),
  stateStory: (caseId: string, conflictId: string, state: string, concept: StabilityConcept, asOf: AsOf) =>
    answer(client.GET('/api/cases/{caseId}/stability/{conflictId}/states/{state}', at({ caseId, conflictId, state }, asOf, { concept }))),
  stateGuarantees: (caseId: string, conflictId: string, state: string, concept: StabilityConcept, asOf: AsOf) =>
    answer(
      client.GET(
        '/api/cases/{caseId}/stability/{conflictId}/states/{state}/guarantees',
        at({ caseId, conflictId, state }, asOf, { concept }),
      ),
    ),
  importConflict: (caseId: string, body: { fileName: string; base64: string }) =>
    answer(client.POST('/api/cases/{caseId}/stability', { params: { path: { caseId } }, body })),
  offeredPreference: (caseId: string, conflictId: string, deciderId: string, asOf: AsOf) =>
    answer(
      client.GET('/api/cases/{caseId}/stability/{conflictId}/offered-preferences/{deciderId}', at({ caseId, conflictId, deciderId }, asOf)),
    ),

  exchange: (caseId: string, id: string, asOf: AsOf) =>
    answer(client.GET('/api/cases/{caseId}/exchange/{id}/view', at({ caseId, id }, asOf))),
  exchangeLedger: (caseId: string, id: string, scheduleId: string, asOf: AsOf) =>
    answer(client.GET('/api/cases/{caseId}/exchange/{id}/ledger', at({ caseId, id }, asOf, { scheduleId }))),

  map: (caseId: string, asOf: AsOf) => answer(client.GET('/api/cases/{caseId}/map', at({ caseId }, asOf))),
  mapShapes: (caseId: string, asOf: AsOf, ids: readonly string[]) =>
    answer(client.GET('/api/cases/{caseId}/map/features.geojson', at({ caseId }, asOf, { ids: ids.join(',') }))),
  readMap: async (caseId: string, file: File) =>
    answer(client.POST('/api/cases/{caseId}/map/read', { params: { path: { caseId } }, body: await bytesOf(file) })),
  importMap: async (caseId: string, file: File, fields: ImportFields) =>
    answer(client.POST('/api/cases/{caseId}/map/import', { params: { path: { caseId } }, body: { ...(await bytesOf(file)), ...fields } })),
  importPopulation: async (caseId: string, file: File, fields: PopulationFields) =>
    answer(
      client.POST('/api/cases/{caseId}/map/population', { params: { path: { caseId } }, body: { ...(await bytesOf(file)), ...fields } }),
    ),
  compareMaps: (caseId: string, asOf: AsOf, body: CompareMaps, signal: AbortSignal) =>
    answer(client.POST('/api/cases/{caseId}/map/compare', { ...at({ caseId }, asOf), body, signal })),
  differenceOfMaps: (caseId: string, asOf: AsOf, body: DifferenceOfMaps, signal: AbortSignal) =>
    answer(client.POST('/api/cases/{caseId}/map/difference', { ...at({ caseId }, asOf), body, signal })),
  contestedMaps: (caseId: string, asOf: AsOf, body: ContestedMaps, signal: AbortSignal) =>
    answer(client.POST('/api/cases/{caseId}/map/contested', { ...at({ caseId }, asOf), body, signal })),
  phaseMaps: (caseId: string, asOf: AsOf, body: PhaseMaps, signal: AbortSignal) =>
    answer(client.POST('/api/cases/{caseId}/map/phases', { ...at({ caseId }, asOf), body, signal })),
  shiftMaps: (caseId: string, asOf: AsOf, body: ShiftMaps, signal: AbortSignal) =>
    answer(client.POST('/api/cases/{caseId}/map/shift', { ...at({ caseId }, asOf), body, signal })),
  betweenMaps: (caseId: string, asOf: AsOf, body: BetweenMaps, signal?: AbortSignal) =>
    answer(client.POST('/api/cases/{caseId}/map/compromise', { ...at({ caseId }, asOf), body, ...(signal && { signal }) })),

  readAgain: (caseId: string, sourceId: string) =>
    answer(client.POST('/api/cases/{caseId}/sources/{sourceId}/read', { params: { path: { caseId, sourceId } } })),
  copies: (caseId: string, asOf: AsOf) => answer(client.GET('/api/cases/{caseId}/copies', at({ caseId }, asOf))),
  utterances: (caseId: string, asOf: AsOf) => answer(client.GET('/api/cases/{caseId}/utterances', at({ caseId }, asOf))),
  joinUtterance: (caseId: string, statements: string[]) =>
    answer(client.POST('/api/cases/{caseId}/utterances', { params: { path: { caseId } }, body: { statements } })),
  lexicon: (caseId: string, asOf: AsOf) => answer(client.GET('/api/cases/{caseId}/lexicon', at({ caseId }, asOf))),
  lexiconOffers: (caseId: string, asOf: AsOf) => answer(client.GET('/api/cases/{caseId}/lexicon/offers', at({ caseId }, asOf))),
  addWord: (caseId: string, body: { word: LexiconWord; compartment?: string; evidence?: string[] }) =>
    answer(client.POST('/api/cases/{caseId}/lexicon', { params: { path: { caseId } }, body })),
  removeWord: (caseId: string, word: LexiconWord) =>
    answer(client.POST('/api/cases/{caseId}/lexicon/remove', { params: { path: { caseId } }, body: { word } })),
  decline: (caseId: string, body: Decline) => answer(client.POST('/api/cases/{caseId}/declined', { params: { path: { caseId } }, body })),

  // The routes of all kinds are alike; those of one stand for them, and the body's type goes by the kind.
  list: <K extends Kind>(caseId: string, kind: K, asOf: AsOf): Promise<Kept<K>[]> =>
    answer(client.GET(listOf(kind), at({ caseId }, asOf)) as Answer<Kept<Kind>[]>) as Promise<Kept<K>[]>,
  one: <K extends Kind>(caseId: string, kind: K, id: string): Promise<Kept<K>> =>
    answer(client.GET(itemOf(kind), { params: { path: { caseId, id } } }) as Answer<Kept<Kind>>) as Promise<Kept<K>>,
  add: <K extends Kind>(caseId: string, kind: K, body: Bodies[K], compartment?: string): Promise<Recorded> =>
    answer(client.POST(listOf(kind), { params: { path: { caseId } }, body: put(body, compartment) })),
  put: <K extends Kind>(caseId: string, kind: K, id: string, body: Bodies[K], compartment?: string): Promise<Recorded> =>
    answer(client.PUT(itemOf(kind), { params: { path: { caseId, id } }, body: put(body, compartment) })),
  retract: (caseId: string, kind: Kind, id: string): Promise<Recorded> =>
    answer(client.DELETE(itemOf(kind), { params: { path: { caseId, id } } })),
};

/** The address of the stream of changes of a case. */
export function eventsAddress(caseId: string): string {
  return `/api/cases/${encodeURIComponent(caseId)}/events`;
}

type Answer<T> = Promise<{ data?: T; error?: unknown; response: Response }>;
type PartyBody = { body: Bodies['party']; compartment?: string };

async function answer<T>(request: Answer<T>): Promise<T> {
  const { data, error, response } = await request.catch(() => {
    throw ApiProblem.unreachable();
  });
  if (error !== undefined || data === undefined) throw ApiProblem.from(response.status, error);
  return data;
}

function at<P extends object, Q extends object>(path: P, { heldOn, knownAt, compartments }: AsOf, more?: Q) {
  return {
    params: {
      path,
      query: {
        ...(heldOn && { heldOn }),
        ...(knownAt && { knownAt }),
        ...(compartments && { compartments: compartments.join(',') }),
        ...(more as Q),
      },
    },
  };
}

async function bytesOf(file: File): Promise<{ name: string; base64: string }> {
  return { name: file.name, base64: base64Of(new Uint8Array(await file.arrayBuffer())) };
}

function put(body: Bodies[Kind], compartment: string | undefined): PartyBody {
  return { body: body as Bodies['party'], ...(compartment !== undefined && { compartment }) };
}

function listOf(kind: Kind): '/api/cases/{caseId}/party' {
  return `/api/cases/{caseId}/${kind}` as '/api/cases/{caseId}/party';
}

function itemOf(kind: Kind): '/api/cases/{caseId}/party/{id}' {
  return `/api/cases/{caseId}/${kind}/{id}` as '/api/cases/{caseId}/party/{id}';
}
