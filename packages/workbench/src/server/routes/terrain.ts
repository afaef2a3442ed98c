import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ZodType, z } from 'zod';
import {
  ExportMapQuery,
  FeatureCollection,
  FeaturesQuery,
  ImportedMap,
  ImportMap,
  ImportPopulation,
  MapView,
  ReadMap,
  ReadMapFile,
} from '../../contract/terrain.ts';
import {
  ComparedMaps,
  CompareMaps,
  CompromiseFound,
  CompromiseMaps,
  ContestedFound,
  ContestedMaps,
  DifferenceOfMaps,
  MapDifference,
  PhaseMaps,
  PhasesFound,
  ShiftFound,
  ShiftMaps,
} from '../../contract/terrain-results.ts';
import { AsOf, Problem } from '../../contract.ts';
import type { AsOfRecord } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import type { Desk } from '../../operations/desk.ts';
import { caseMap, featuresOf, geoJsonText } from '../../operations/terrain/case-map.ts';
import { CaseMaps } from '../../operations/terrain/case-maps.ts';
import { exportMap, type MapFormat } from '../../operations/terrain/export/export-map.ts';
import { importMap, importPopulation } from '../../operations/terrain/import-map.ts';
import {
  comparedMaps,
  compromiseOfMaps,
  contestedMaps,
  type MapDoing,
  mapDifference,
  phasesOfMaps,
  shiftOfMaps,
} from '../../operations/terrain/map-results.ts';
import { recordCompromise } from '../../operations/terrain/record-compromise.ts';
import type { TerrainThreads } from '../../operations/terrain/threads/terrain-threads.ts';
import { bytesOf } from '../source-input.ts';
import { type Api, CaseParams, problems, recordAsOf, recordedOf, signalOf } from './routing.ts';

/** 100 MB as base64, which takes a third more. */
const FILE_LIMIT_BYTES = 140 * 1024 * 1024;

/** The maps of a case: what is drawn, and what of it lies where. */
export function terrainRoutes(api: Api, desk: Desk, threads: TerrainThreads): void {
  listingRoutes(api, desk);
  fileRoutes(api, desk, threads);
  resultRoutes(api, desk, threads);
  exportRoute(api, desk, threads);
}

function listingRoutes(api: Api, desk: Desk): void {
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/map',
    schema: {
      operationId: 'getMap',
      summary: 'The features and populations of a case, without coordinates',
      tags: ['terrain'],
      params: CaseParams,
      querystring: AsOf.extend({}),
      response: { 200: MapView, ...problems },
    },
    handler: async ({ params, query }) => caseMap((await recordAsOf(desk, params.caseId, query)).record),
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/map/features.geojson',
    schema: {
      operationId: 'getMapFeatures',
      summary: 'Features with their coordinates, as GeoJSON',
      tags: ['terrain'],
      params: CaseParams,
      querystring: FeaturesQuery,
      response: { 200: FeatureCollection, ...problems },
    },
    async handler({ params, query }, reply) {
      const { record } = await recordAsOf(desk, params.caseId, query);
      const features = featuresOf(record, query.ids?.split(',').filter(Boolean));
      // Written one after another: a map of megabytes is never a text as a whole.
      return reply.type('application/geo+json; charset=utf-8').send(Readable.from(geoJsonText(features)) as never);
    },
  });
}

function fileRoutes(api: Api, desk: Desk, threads: TerrainThreads): void {
  const tooLarge = { 413: Problem.describe('The file has more than 100 MB, or a feature too many positions') };
  api.route({
    method: 'POST',
    url: '/api/cases/:caseId/map/read',
    bodyLimit: FILE_LIMIT_BYTES,
    schema: {
      operationId: 'readMap',
      summary: 'What a map file shows; nothing is recorded',
      tags: ['terrain'],
      params: CaseParams,
      body: ReadMap,
      response: { 200: ReadMapFile, ...problems, ...tooLarge },
    },
    async handler({ params, body }, reply) {
      await desk.session(params.caseId);
      return reply.send((await threads.run('mapOfFile', [bytesOf(body.base64), body.name], { signal: signalOf(reply) })) as never);
    },
  });

  api.route({
    method: 'POST',
    url: '/api/cases/:caseId/map/import',
    bodyLimit: FILE_LIMIT_BYTES,
    schema: {
      operationId: 'importMap',
      summary: 'Record every feature of a map file, all or none',
      tags: ['terrain'],
      params: CaseParams,
      body: ImportMap,
      response: { 201: ImportedMap, ...problems, ...tooLarge },
    },
    async handler({ params, body: { name, base64, ...fields } }, reply) {
      const session = await desk.session(params.caseId);
      const file = await threads.run('mapOfFile', [bytesOf(base64), name], { signal: signalOf(reply) });
      return reply.code(201).send(importedOf(session, await importMap(session, file, fields)));
    },
  });

  api.route({
    method: 'POST',
    url: '/api/cases/:caseId/map/population',
    bodyLimit: FILE_LIMIT_BYTES,
    schema: {
      operationId: 'importPopulation',
      summary: 'Record where how many people were counted, from a file',
      tags: ['terrain'],
      params: CaseParams,
      body: ImportPopulation,
      response: { 201: ImportedMap, ...problems, ...tooLarge },
    },
    async handler({ params, body: { base64, ...fields } }, reply) {
      const session = await desk.session(params.caseId);
      const file = await threads.run('populationOfFile', [bytesOf(base64), fields.name], { signal: signalOf(reply) });
      return reply.code(201).send(importedOf(session, await importPopulation(session, file, fields)));
    },
  });
}

function importedOf(session: CaseSession, { ids, told, entries }: Awaited<ReturnType<typeof importMap>>) {
  return { ...recordedOf(session, entries), ids: [...ids], told: [...told] };
}

interface ResultRoute<B extends ZodType, R extends ZodType> {
  readonly operationId: string;
  readonly summary: string;
  readonly body: B;
  readonly response: R;
  /** What else it may be refused with. */
  readonly refused?: Readonly<Record<number, ZodType>>;
}

function resultRoutes(api: Api, desk: Desk, threads: TerrainThreads): void {
  /** A route that reads the case as of its query and answers with one operation's result. */
  const result = <B extends ZodType, R extends ZodType>(
    path: string,
    { operationId, summary, body, response, refused = {} }: ResultRoute<B, R>,
    answer: (asked: AsOfRecord & { session: CaseSession }, body: z.output<B>, doing: MapDoing) => Promise<unknown>,
  ): void => {
    const schema = {
      operationId,
      summary,
      tags: ['terrain'],
      params: CaseParams,
      querystring: AsOf.extend({}),
      body,
      response: { 200: response, ...problems, ...refused },
    };
    api.post(`/api/cases/:caseId/map/${path}`, { schema }, (async (request: FastifyRequest, reply: FastifyReply) => {
      const { caseId } = request.params as z.output<typeof CaseParams>;
      const asked = await recordAsOf(desk, caseId, request.query as z.output<typeof AsOf>);
      return reply.send((await answer(asked, request.body as z.output<B>, { threads, signal: signalOf(reply) })) as never);
    }) as never);
  };

  result(
    'compare',
    {
      operationId: 'compareMaps',
      summary: 'What lies in each of several maps, and how each stands to a reference',
      body: CompareMaps,
      response: ComparedMaps,
    },
    ({ record }, body, doing) => comparedMaps(new CaseMaps(record, body.accuracyMeters), body, doing),
  );
  result(
    'difference',
    {
      operationId: 'differenceOfMaps',
      summary: 'What only one of two maps has and what both have, to be drawn',
      body: DifferenceOfMaps,
      response: MapDifference,
    },
    ({ record }, body, doing) => mapDifference(new CaseMaps(record), body, doing),
  );
  result(
    'contested',
    {
      operationId: 'contestedMaps',
      summary: 'For each set of parties what they claim and the others do not',
      body: ContestedMaps,
      response: ContestedFound,
    },
    ({ record }, body, doing) => contestedMaps(new CaseMaps(record, body.accuracyMeters), body, doing),
  );
  result(
    'phases',
    {
      operationId: 'phaseMaps',
      summary: 'What each phase hands over, and what is left after it',
      body: PhaseMaps,
      response: PhasesFound,
    },
    ({ record }, body, doing) => phasesOfMaps(new CaseMaps(record, body.accuracyMeters), body, doing),
  );
  result(
    'shift',
    {
      operationId: 'shiftMaps',
      summary: 'How far two lines are from each other, in metres, and to which side',
      body: ShiftMaps,
      response: ShiftFound,
    },
    ({ record }, body, doing) => shiftOfMaps(new CaseMaps(record), body, doing),
  );
  result(
    'compromise',
    {
      operationId: 'compromiseMaps',
      summary: 'Lines between two maps at shares of what is contested; for the mediator, and not a proposal by Parley',
      body: CompromiseMaps,
      response: CompromiseFound,
      refused: {
        403: Problem.describe('It is for the mediator: asked through some compartments, or to be recorded where everybody sees it'),
        409: Problem.describe('The compartment to record it in does not see all that it was made from'),
      },
    },
    async ({ session, record, scope }, { record: wanted, ...body }, doing) => {
      const found = await compromiseOfMaps(new CaseMaps(record), body, { ...doing, isWhole: scope.compartments === undefined });
      if (wanted === undefined) return { ...found, recorded: null };
      return { ...found, recorded: recordedOf(session, await recordCompromise(session, body, found, wanted.compartment)) };
    },
  );
}

const MEDIA_TYPES: Readonly<Record<MapFormat, string>> = {
  geojson: 'application/geo+json; charset=utf-8',
  kml: 'application/vnd.google-earth.kml+xml; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

function exportRoute(api: Api, desk: Desk, threads: TerrainThreads): void {
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/map/export',
    schema: {
      operationId: 'exportMap',
      summary: 'The map as GeoJSON, KML, SVG, a table of features or of figures, or a sheet to print; rules of attribution honoured',
      tags: ['terrain'],
      params: CaseParams,
      querystring: ExportMapQuery,
      response: {
        200: { description: 'The file', content: { 'application/octet-stream': { schema: z.string() } } },
        ...problems,
      },
    },
    async handler({ params, query }, reply) {
      const { session, record } = await recordAsOf(desk, params.caseId, query);
      const { format, table, populationId } = query;
      const input = {
        format,
        table,
        populationId,
        ids: listed(query.ids),
        referenceIds: listed(query.referenceIds),
        bom: query.bom === 'true',
      };
      const { fileName, body } = await exportMap(record, input, session.recorder.now(), { threads, signal: signalOf(reply) });
      return reply
        .type(MEDIA_TYPES[format])
        .header('Content-Disposition', `attachment; filename="${fileName}"`)
        .send(Buffer.from(body) as never);
    },
  });
}

function listed(ids: string | undefined): string[] | undefined {
  return ids?.split(',').filter(Boolean);
}
