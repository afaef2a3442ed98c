import { Id } from '@parley/model';
import { z } from 'zod';
import { OfferedPreference, StabilityConcept, StabilityView, StateGuarantees, StateStory } from '../../contract/stability.ts';
import { AsOf } from '../../contract.ts';
import type { Desk } from '../../operations/desk.ts';
import { offeredPreference } from '../../operations/stability/offered-preference.ts';
import { stabilityView } from '../../operations/stability/stability-view.ts';
import { stateGuarantees } from '../../operations/stability/state-guarantees.ts';
import { stateStory } from '../../operations/stability/state-story.ts';
import { type Api, CaseParams, problems, recordAsOf } from './routing.ts';

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
}
