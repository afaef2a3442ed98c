import { z } from 'zod';
import { AsOf, JoinUtterance, Problem, Recorded, UtteranceGroup } from '../../contract.ts';
import type { Desk } from '../../operations/desk.ts';
import { joinUtterance, suggestUtterances } from '../../operations/utterances.ts';
import { type Api, CaseParams, problems, recordAsOf, recordedOf } from './routing.ts';

/** Utterances with several witnesses, as the statements of a case taken together suggest. */
export function utteranceRoutes(api: Api, desk: Desk): void {
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/utterances',
    schema: {
      operationId: 'suggestUtterances',
      summary: 'Statements of different sources that look like one utterance, the most alike first',
      tags: ['record'],
      params: CaseParams,
      querystring: AsOf.extend({}),
      response: { 200: z.array(UtteranceGroup), ...problems },
    },
    async handler({ params, query }) {
      const { session, record } = await recordAsOf(desk, params.caseId, query);
      return suggestUtterances(session, record);
    },
  });

  api.route({
    method: 'POST',
    url: '/api/cases/:caseId/utterances',
    schema: {
      operationId: 'joinUtterance',
      summary: 'Record that statements are witnesses of one utterance, so that they count once',
      tags: ['record'],
      params: CaseParams,
      body: JoinUtterance,
      response: { 200: Recorded, ...problems, 409: Problem.describe('A wider compartment would learn of a narrower one') },
    },
    async handler({ params, body }) {
      const session = await desk.session(params.caseId);
      return recordedOf(session, await joinUtterance(session, body.statements));
    },
  });
}
