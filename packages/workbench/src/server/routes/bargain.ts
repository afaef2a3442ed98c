import { BargainOpenings, BargainQuery, BargainQuestions, BargainView } from '../../contract/bargain.ts';
import { bargainOpenings, bargainQuestions, bargainView } from '../../operations/bargain-view.ts';
import type { Desk } from '../../operations/desk.ts';
import { type Api, CaseParams, problems, recordAsOf } from './routing.ts';

/** Which packages every party could live with; and for the mediator what would open one, and what to ask next. */
export function bargainRoutes(api: Api, desk: Desk): void {
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
    handler: async ({ params, query }) => bargainView(await recordAsOf(desk, params.caseId, query), query),
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
    handler: async ({ params, query }) => bargainOpenings(await recordAsOf(desk, params.caseId, query), query),
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
    handler: async ({ params, query }) => bargainQuestions(await recordAsOf(desk, params.caseId, query), query),
  });
}
