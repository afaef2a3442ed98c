import { figureGroups, Id, tableOf } from '@parley/model';
import { z } from 'zod';
import { AsOf, CellEvidence, FigureGroup, SearchQuery, SearchResult, TableView } from '../../contract.ts';
import { cellEvidence } from '../../operations/cell-evidence.ts';
import type { Desk } from '../../operations/desk.ts';
import { searchCase } from '../../operations/search-case.ts';
import { type Api, CaseParams, problems, recordAsOf } from './routing.ts';

/** The views on a case: the table and its cells, figures side by side, search. */
export function tableRoutes(api: Api, desk: Desk): void {
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/table',
    // The table of a long case is megabytes, made by our own code; checking it again costs as much as making it.
    serializerCompiler: () => JSON.stringify,
    schema: {
      operationId: 'getTable',
      summary: 'Parties and third parties by issues, as held on a day',
      tags: ['views'],
      params: CaseParams,
      querystring: AsOf.extend({}),
      response: { 200: TableView, ...problems },
    },
    async handler({ params, query }) {
      const { record, heldOn } = await recordAsOf(desk, params.caseId, query);
      return tableOf(record, heldOn);
    },
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/cells/:partyId/:issueId',
    schema: {
      operationId: 'getCell',
      summary: 'All that a party’s cell on an issue rests on',
      tags: ['views'],
      params: CaseParams.extend({ partyId: Id, issueId: Id }),
      querystring: AsOf.extend({}),
      response: { 200: CellEvidence, ...problems },
    },
    async handler({ params, query }) {
      const { session, record } = await recordAsOf(desk, params.caseId, query);
      return cellEvidence(session, record, params.partyId, params.issueId);
    },
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/figures',
    schema: {
      operationId: 'listFigureGroups',
      summary: 'Figures of one measure and scope side by side, never averaged',
      tags: ['views'],
      params: CaseParams,
      querystring: AsOf.extend({}),
      response: { 200: z.array(FigureGroup), ...problems },
    },
    async handler({ params, query }) {
      return figureGroups((await recordAsOf(desk, params.caseId, query)).record);
    },
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/search',
    schema: {
      operationId: 'search',
      summary: 'Full-text search over sources, statements and figures, best first',
      tags: ['views'],
      params: CaseParams,
      querystring: SearchQuery,
      response: { 200: z.array(SearchResult), ...problems },
    },
    async handler({ params, query }) {
      const { session, record, scope } = await recordAsOf(desk, params.caseId, query);
      return searchCase(session, record, query.q, { ...scope, limit: query.limit });
    },
  });
}
