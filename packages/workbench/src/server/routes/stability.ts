import { Id } from '@parley/model';
import { z } from 'zod';
import {
  ConflictImport,
  ImportedConflict,
  OfferedPreference,
  StabilityConcept,
  StabilityView,
  StateGuarantees,
  StateStory,
} from '../../contract/stability.ts';
import { AsOf } from '../../contract.ts';
import type { Desk } from '../../operations/desk.ts';
import { conflictExport } from '../../operations/stability/conflict-export.ts';
import { importConflict } from '../../operations/stability/import-conflict.ts';
import { namedConflict } from '../../operations/stability/named-form.ts';
import { offeredPreference } from '../../operations/stability/offered-preference.ts';
import { stabilityView } from '../../operations/stability/stability-view.ts';
import { stateGuarantees } from '../../operations/stability/state-guarantees.ts';
import { stateStory } from '../../operations/stability/state-story.ts';
import { bytesOf } from '../source-input.ts';
import { type Api, CaseParams, problems, recordAsOf, recordedOf } from './routing.ts';

const ConflictParams = CaseParams.extend({ conflictId: Id });
const State = z
  .string()
  .regex(/^[YN]{1,24}$/, 'a state is a Y or N for each option')
  .meta({ description: 'A Y or N for each option' });

/** Which states of a conflict hold, the story of one state, and what positions say of a preference. */
export function stabilityRoutes(api: Api, desk: Desk): void {
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/stability/:conflictId',
    schema: {
      operationId: 'getStability',
      summary: 'Which states of a conflict hold, for whom, under each concept',
      tags: ['stability'],
      params: ConflictParams,
      querystring: AsOf.extend({}),
      response: { 200: StabilityView, ...problems },
    },
    async handler({ params, query }) {
      return stabilityView((await recordAsOf(desk, params.caseId, query)).record, params.conflictId);
    },
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/stability/:conflictId/states/:state',
    schema: {
      operationId: 'getStateStory',
      summary: 'Who would leave a state, by which move, and what stops them',
      tags: ['stability'],
      params: ConflictParams.extend({ state: State }),
      querystring: AsOf.extend({ concept: StabilityConcept.default('seq') }),
      response: { 200: StateStory, ...problems },
    },
    async handler({ params, query }) {
      const { record } = await recordAsOf(desk, params.caseId, query);
      return stateStory(record, params.conflictId, params.state, query.concept);
    },
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/stability/:conflictId/states/:state/guarantees',
    schema: {
      operationId: 'getStateGuarantees',
      summary: 'With how little a state could be made to hold',
      tags: ['stability'],
      params: ConflictParams.extend({ state: State }),
      querystring: AsOf.extend({ concept: StabilityConcept.default('seq') }),
      response: { 200: StateGuarantees, ...problems },
    },
    async handler({ params, query }) {
      const { record } = await recordAsOf(desk, params.caseId, query);
      return stateGuarantees(record, params.conflictId, params.state, query.concept);
    },
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/stability/:conflictId/offered-preferences/:deciderId',
    schema: {
      operationId: 'getOfferedPreference',
      summary: 'What the positions of a decider would say of its preference; only an offer',
      tags: ['stability'],
      params: ConflictParams.extend({ deciderId: Id }),
      querystring: AsOf.extend({}),
      response: { 200: OfferedPreference, ...problems },
    },
    async handler({ params, query }) {
      const { record, heldOn } = await recordAsOf(desk, params.caseId, query);
      return { statements: offeredPreference(record, params.conflictId, params.deciderId, heldOn) };
    },
  });
  formRoutes(api, desk);
}

/** The option form of a conflict, out to a file and in from one. */
function formRoutes(api: Api, desk: Desk): void {
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/stability/:conflictId/form/:as',
    schema: {
      operationId: 'exportConflict',
      summary: 'The option form of a conflict: its rules as CSV or JSON, or the table as the field draws it',
      tags: ['stability'],
      params: ConflictParams.extend({ as: z.enum(['csv', 'json', 'table']) }),
      querystring: AsOf.extend({}),
      response: {
        200: {
          description: 'The file',
          content: { 'text/csv': { schema: z.string() }, 'application/json': { schema: z.record(z.string(), z.unknown()) } },
        },
        ...problems,
      },
    },
    async handler({ params, query }, reply) {
      const { record } = await recordAsOf(desk, params.caseId, query);
      const body = conflictExport(namedConflict(record, params.conflictId), params.as);
      const isJson = params.as === 'json';
      return reply
        .type(isJson ? 'application/json' : 'text/csv; charset=utf-8')
        .header('Content-Disposition', `attachment; filename="conflict.${isJson ? 'json' : 'csv'}"`)
        .send(Buffer.from(body) as never);
    },
  });

  api.route({
    method: 'POST',
    url: '/api/cases/:caseId/stability',
    schema: {
      operationId: 'importConflict',
      summary: 'Record the conflict of an option form (JSON, CSV, XLSX), with what its deciders want',
      tags: ['stability'],
      params: CaseParams,
      body: ConflictImport,
      response: { 201: ImportedConflict, ...problems },
    },
    async handler({ params, body: { base64, ...input } }, reply) {
      const session = await desk.session(params.caseId);
      const { conflictId, entries } = await importConflict(session, { ...input, bytes: bytesOf(base64) });
      return reply.code(201).send({ conflictId, ...recordedOf(session, entries) });
    },
  });
}
