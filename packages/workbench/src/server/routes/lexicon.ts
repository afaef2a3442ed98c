import { Id } from '@parley/model';
import { z } from 'zod';
import { CopyOffer, Decline, KeptWord, LexiconOffer, NewWord, OldWord } from '../../contract/lexicon.ts';
import { AsOf, Problem, Recorded } from '../../contract.ts';
import { suggestCopies } from '../../operations/copies.ts';
import { declineOffer } from '../../operations/declined-offers.ts';
import type { Desk } from '../../operations/desk.ts';
import { lexiconOffers } from '../../operations/lexicon-offers.ts';
import { addWord, lexiconWords, removeWord } from '../../operations/lexicon-words.ts';
import { readAgain } from '../../operations/read-again.ts';
import { type Api, CaseParams, problems, recordAsOf, recordedOf } from './routing.ts';

/** The words by which a case is read, what reviewers' corrections offer for them, and offers declined. */
export function lexiconRoutes(api: Api, desk: Desk): void {
  wordRoutes(api, desk);
  offerRoutes(api, desk);
  api.route({
    method: 'POST',
    url: '/api/cases/:caseId/sources/:sourceId/read',
    schema: {
      operationId: 'readAgain',
      summary: 'Read a source again with the words that the case has now; what is new is suggested',
      tags: ['record'],
      params: CaseParams.extend({ sourceId: Id }),
      response: { 200: Recorded, ...problems },
    },
    async handler({ params }) {
      const session = await desk.session(params.caseId);
      return recordedOf(session, await readAgain(session, params.sourceId));
    },
  });
}

function wordRoutes(api: Api, desk: Desk): void {
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/lexicon',
    schema: {
      operationId: 'listLexicon',
      summary: 'The words that the case has been given: aliases of parties, terms of issues, cues',
      tags: ['lexicon'],
      params: CaseParams,
      querystring: AsOf.extend({}),
      response: { 200: z.array(KeptWord), ...problems },
    },
    async handler({ params, query }) {
      return lexiconWords((await recordAsOf(desk, params.caseId, query)).record);
    },
  });

  api.route({
    method: 'POST',
    url: '/api/cases/:caseId/lexicon',
    schema: {
      operationId: 'addWord',
      summary: 'Add a word to the lexicon, offered or not; it serves from the next reading on',
      tags: ['lexicon'],
      params: CaseParams,
      body: NewWord,
      response: { 200: Recorded, ...problems, 409: Problem.describe('The word is there already') },
    },
    async handler({ params, body }) {
      const session = await desk.session(params.caseId);
      return recordedOf(session, await addWord(session, body.word, body));
    },
  });

  api.route({
    method: 'POST',
    url: '/api/cases/:caseId/lexicon/remove',
    schema: {
      operationId: 'removeWord',
      summary: 'Take a word out of the lexicon',
      tags: ['lexicon'],
      params: CaseParams,
      body: OldWord,
      response: { 200: Recorded, ...problems },
    },
    async handler({ params, body }) {
      const session = await desk.session(params.caseId);
      return recordedOf(session, await removeWord(session, body.word));
    },
  });
}

function offerRoutes(api: Api, desk: Desk): void {
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/lexicon/offers',
    schema: {
      operationId: 'listLexiconOffers',
      summary: 'Words that reviewers’ corrections speak for and that the case does not have, those most spoken for first',
      tags: ['lexicon'],
      params: CaseParams,
      querystring: AsOf.extend({}),
      response: { 200: z.array(LexiconOffer), ...problems },
    },
    async handler({ params, query }) {
      const { session, record } = await recordAsOf(desk, params.caseId, query);
      return lexiconOffers(session, record);
    },
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/copies',
    schema: {
      operationId: 'suggestCopies',
      summary: 'Sources with mostly the same words as an earlier one, the most alike first',
      tags: ['record'],
      params: CaseParams,
      querystring: AsOf.extend({}),
      response: { 200: z.array(CopyOffer), ...problems },
    },
    async handler({ params, query }) {
      const { session, record } = await recordAsOf(desk, params.caseId, query);
      return suggestCopies(session, record);
    },
  });

  api.route({
    method: 'POST',
    url: '/api/cases/:caseId/declined',
    schema: {
      operationId: 'declineOffer',
      summary: 'Decline a word, a group of statements or a copy that was offered, so that it is offered no more',
      tags: ['lexicon'],
      params: CaseParams,
      body: Decline,
      response: { 200: Recorded, ...problems, 409: Problem.describe('No compartment sees all that is declined') },
    },
    async handler({ params, body }) {
      const session = await desk.session(params.caseId);
      return recordedOf(session, await declineOffer(session, body.declined, body.compartment));
    },
  });
}
