import { z } from 'zod';
import { BARGAIN_FILES, BargainExact, BargainOpenings, BargainQuery, BargainQuestions, BargainView } from '../../contract/bargain.ts';
import { AsOf } from '../../contract.ts';
import type { BargainThreads } from '../../operations/bargain-threads/bargain-threads.ts';
import { bargainExact, bargainFile, bargainOpenings, bargainQuestions, bargainView } from '../../operations/bargain-view.ts';
import type { Desk } from '../../operations/desk.ts';
import { type Api, CaseParams, problems, recordAsOf, signalOf } from './routing.ts';

const CONTENT_TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/** Which packages every party could live with; and for the mediator what would open one, and what to ask next. */
export function bargainRoutes(api: Api, desk: Desk, threads: BargainThreads): void {
  const asked = { tags: ['bargain'], params: CaseParams, querystring: BargainQuery };
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/bargain',
    schema: {
      ...asked,
      operationId: 'getBargain',
      summary: 'Which packages every party could live with, from what was said',
      response: { 200: BargainView, ...problems },
    },
    handler: async ({ params, query }, reply) =>
      bargainView(await recordAsOf(desk, params.caseId, query), query, { threads, signal: signalOf(reply) }),
  });
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/bargain/openings',
    schema: {
      ...asked,
      operationId: 'getBargainOpenings',
      summary: 'The smallest sets of moves that open a package; for the mediator',
      response: { 200: BargainOpenings, ...problems },
    },
    handler: async ({ params, query }, reply) =>
      bargainOpenings(await recordAsOf(desk, params.caseId, query), query, { threads, signal: signalOf(reply) }),
  });
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/bargain/questions',
    schema: {
      ...asked,
      operationId: 'getBargainQuestions',
      summary: 'Which comparison to put to which party would settle most; for the mediator',
      response: { 200: BargainQuestions, ...problems },
    },
    handler: async ({ params, query }, reply) =>
      bargainQuestions(await recordAsOf(desk, params.caseId, query), query, { threads, signal: signalOf(reply) }),
  });
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/bargain/exact',
    schema: {
      tags: ['bargain'],
      params: CaseParams,
      querystring: AsOf.extend({}),
      operationId: 'getBargainExact',
      summary: 'The frontier and what each rule names, where every party has numbers',
      response: { 200: BargainExact, ...problems },
    },
    handler: async ({ params, query }, reply) =>
      bargainExact(await recordAsOf(desk, params.caseId, query), { threads, signal: signalOf(reply) }),
  });
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/bargain/file/:as',
    schema: {
      tags: ['bargain'],
      params: CaseParams.extend({ as: z.enum(BARGAIN_FILES) }),
      querystring: AsOf.extend({}),
      operationId: 'exportBargain',
      summary: 'The bargain by numbers as a file: csv for a spreadsheet, json for parley bargain',
      response: { 200: z.string(), ...problems },
    },
    handler: async ({ params, query }, reply) => {
      const body = bargainFile(await recordAsOf(desk, params.caseId, query), params.as);
      return reply
        .type(CONTENT_TYPES[params.as])
        .header('Content-Disposition', `attachment; filename="bargain.${params.as}"`)
        .send(Buffer.from(body) as never);
    },
  });
}
