import { Id } from '@parley/model';
import { z } from 'zod';
import {
  AsOf,
  Decision,
  NewSource,
  Problem,
  Recorded,
  RecordedSource,
  SourcePage,
  SourceSummary,
  StatementPage,
  StatementQuery,
} from '../../contract.ts';
import { type AddedSource, addSources } from '../../operations/add-source.ts';
import { decide } from '../../operations/decide.ts';
import type { Desk } from '../../operations/desk.ts';
import { listStatements } from '../../operations/list-statements.ts';
import type { ReportReader } from '../../operations/reading/report-reader.ts';
import { sourcePage } from '../../operations/source-page.ts';
import { sourceSummaries } from '../../operations/source-summaries.ts';
import { sourceInput } from '../source-input.ts';
import { type Api, CaseParams, problems, recordAsOf, recordedOf } from './routing.ts';

/** A text of 100 MB passes as base64 (a third more) and as JSON text with twice its length in escapes. */
const SOURCE_LIMIT_BYTES = 210 * 1024 * 1024;

/** Sources with what was read from them, and the decisions on it. */
export function sourceRoutes(api: Api, desk: Desk, read: ReportReader): void {
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/sources',
    schema: {
      operationId: 'listSources',
      summary: 'The sources, the latest received first',
      tags: ['record'],
      params: CaseParams,
      querystring: AsOf.extend({}),
      response: { 200: z.array(SourceSummary), ...problems },
    },
    async handler({ params, query }) {
      return sourceSummaries((await recordAsOf(desk, params.caseId, query)).record);
    },
  });

  api.route({
    method: 'POST',
    url: '/api/cases/:caseId/sources',
    bodyLimit: SOURCE_LIMIT_BYTES,
    schema: {
      operationId: 'addSource',
      summary: 'Add a report, document or note; it is read and what it says is suggested',
      tags: ['record'],
      params: CaseParams,
      body: NewSource,
      response: { 201: RecordedSource, ...problems, 413: Problem.describe('The source is too large') },
    },
    async handler({ params, body }, reply) {
      const session = await desk.session(params.caseId);
      const added = await addSources(session, sourceInput(body), read);
      return reply.code(201).send({
        ...recordedOf(
          session,
          added.flatMap(({ recorded }) => recorded),
        ),
        ...asOne(added),
        sources: added,
      });
    },
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/sources/:sourceId',
    schema: {
      operationId: 'getSourcePage',
      summary: 'A source to read, with the statements and figures found in it',
      tags: ['record'],
      params: CaseParams.extend({ sourceId: Id }),
      querystring: AsOf.extend({}),
      response: { 200: SourcePage, ...problems },
    },
    async handler({ params, query }) {
      const { session, record } = await recordAsOf(desk, params.caseId, query);
      return sourcePage(session, record, params.sourceId);
    },
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/statements',
    schema: {
      operationId: 'listStatements',
      summary: 'Statements with the words around them, by source, the latest received first',
      tags: ['record'],
      params: CaseParams,
      querystring: StatementQuery,
      response: { 200: StatementPage, ...problems },
    },
    async handler({ params, query }) {
      const { session, record } = await recordAsOf(desk, params.caseId, query);
      return listStatements(session, record, query);
    },
  });

  api.route({
    method: 'POST',
    url: '/api/cases/:caseId/statements/:statementId/decision',
    schema: {
      operationId: 'decide',
      summary: 'Accept, reject or reopen a statement, with corrections and the position it bears out',
      tags: ['record'],
      params: CaseParams.extend({ statementId: Id }),
      body: Decision,
      response: { 200: Recorded, ...problems },
    },
    async handler({ params, body }) {
      const session = await desk.session(params.caseId);
      return recordedOf(session, await decide(session, params.statementId, body));
    },
  });
}

/** What came in, for a reader that looks at one source; of several the first that was new. */
function asOne(
  added: readonly AddedSource[],
): Pick<AddedSource, 'sourceId' | 'suggested' | 'figures' | 'unread' | 'duplicateOf' | 'similar'> {
  const { sourceId, duplicateOf, similar } = (added.find((one) => one.duplicateOf === null) ?? added[0]) as AddedSource;
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    sourceId,
    duplicateOf,
    similar,
    suggested: sum(added.map((one) => one.suggested)),
    figures: sum(added.map((one) => one.figures)),
    unread: sum(added.map((one) => one.unread)),
  };
}
