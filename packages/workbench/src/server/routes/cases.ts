import { z } from 'zod';
import { AsOf, CaseFile, CaseSummary, ChainReport, NewCase, OpenCase, Problem, Recorded, Undo } from '../../contract.ts';
import { caseSummary } from '../../operations/case-summary.ts';
import type { Desk } from '../../operations/desk.ts';
import { undo } from '../../operations/undo.ts';
import { verifyCase } from '../../operations/verify-case.ts';
import { type Api, CaseParams, problems, recordAsOf, recordedOf } from './routing.ts';

/** The desk's case files, and what concerns a case as a whole. */
export function caseRoutes(api: Api, desk: Desk): void {
  api.route({
    method: 'GET',
    url: '/api/cases',
    schema: {
      operationId: 'listCases',
      summary: 'The case files on the desk',
      tags: ['cases'],
      response: { 200: z.array(CaseFile), ...problems },
    },
    handler: () => desk.files(),
  });

  api.route({
    method: 'POST',
    url: '/api/cases',
    schema: {
      operationId: 'createCase',
      summary: 'Make a case file, named from the title, in the folder of the desk',
      tags: ['cases'],
      body: NewCase,
      response: { 201: CaseSummary, ...problems },
    },
    async handler({ body }, reply) {
      const session = await desk.create(body.title, body.passphrase);
      return reply.code(201).send(caseSummary(session, session.record, { encrypted: desk.isEncrypted(session) }));
    },
  });

  api.route({
    method: 'POST',
    url: '/api/cases/open',
    schema: {
      operationId: 'openCase',
      summary: 'Unlock a case file of the desk',
      tags: ['cases'],
      body: OpenCase,
      response: { 200: CaseSummary, ...problems },
    },
    async handler({ body }) {
      const session = await desk.unlock(body.file, body.passphrase);
      return caseSummary(session, session.record, { encrypted: desk.isEncrypted(session) });
    },
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId',
    schema: {
      operationId: 'getCaseSummary',
      summary: 'What a case is and how much is in it',
      tags: ['cases'],
      params: CaseParams,
      querystring: AsOf.extend({}),
      response: { 200: CaseSummary, ...problems },
    },
    async handler({ params, query }) {
      const { session, record, scope } = await recordAsOf(desk, params.caseId, query);
      const { compartments } = scope;
      return caseSummary(session, record, {
        encrypted: desk.isEncrypted(session),
        ...(compartments === undefined ? {} : { compartments }),
      });
    },
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/verify',
    schema: {
      operationId: 'verifyCase',
      summary: 'Check the chains of entries; names the first that fails',
      tags: ['cases'],
      params: CaseParams,
      querystring: AsOf.pick({ compartments: true }),
      response: { 200: ChainReport, ...problems },
    },
    async handler({ params, query }) {
      const { session, scope } = await recordAsOf(desk, params.caseId, query);
      return verifyCase(session, scope.compartments);
    },
  });

  api.route({
    method: 'POST',
    url: '/api/cases/:caseId/undo',
    schema: {
      operationId: 'undo',
      summary: 'Put back what held before some entries',
      tags: ['record'],
      params: CaseParams,
      body: Undo,
      response: { 200: Recorded, ...problems, 409: Problem.describe('A later entry changed the same subject') },
    },
    async handler({ params, body }) {
      const session = await desk.session(params.caseId);
      return recordedOf(session, await undo(session, body.entries));
    },
  });
}
