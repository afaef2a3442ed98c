import { Readable } from 'node:stream';
import { FeatureCollection, FeaturesQuery, MapView } from '../../contract/terrain.ts';
import { AsOf } from '../../contract.ts';
import type { Desk } from '../../operations/desk.ts';
import { caseMap, featuresOf, geoJsonText } from '../../operations/terrain/case-map.ts';
import { type Api, CaseParams, problems, recordAsOf } from './routing.ts';

/** The maps of a case: what is drawn, and what of it lies where. */
export function terrainRoutes(api: Api, desk: Desk): void {
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
