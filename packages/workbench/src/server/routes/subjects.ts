import { type Body, Id, KIND_NAMES, type Kind, type StoredEntry, type Version } from '@parley/model';
import { z } from 'zod';
import { AsOf, Problem, Recorded, SUBJECTS } from '../../contract.ts';
import type { Desk } from '../../operations/desk.ts';
import { addSubject, changeSubject, presentSubject, retractSubject } from '../../operations/put-subject.ts';
import { subjectHistory } from '../../operations/subject-history.ts';
import { type Api, CaseParams, problems, recordAsOf, recordedOf } from './routing.ts';

/** The subjects of each kind in their raw form: list, one with its versions, add, change, retract. */
export function subjectRoutes(api: Api, desk: Desk): void {
  for (const kind of KIND_NAMES) {
    readingRoutes(api, desk, kind);
    if (ADDED.has(kind)) addingRoute(api, desk, kind);
    if (kind !== 'destruction') changingRoute(api, desk, kind);
    if (kind !== 'destruction' && kind !== 'case') retractingRoute(api, desk, kind);
  }
}

/** A source comes with its bytes by its own route, a destruction by none, and a case has one `case`. */
const ADDED: ReadonlySet<Kind> = new Set(KIND_NAMES.filter((kind) => kind !== 'source' && kind !== 'destruction' && kind !== 'case'));

/** A map may have a quarter of a million positions, or a population as many cells. */
const LIMIT_BYTES: { readonly [K in Kind]?: number } = { mapFeature: 32 * 1024 * 1024, population: 32 * 1024 * 1024 };

function limitOf(kind: Kind): { bodyLimit?: number } {
  const bodyLimit = LIMIT_BYTES[kind];
  return bodyLimit === undefined ? {} : { bodyLimit };
}

const SubjectParams = CaseParams.extend({ id: Id });

function readingRoutes(api: Api, desk: Desk, kind: Kind): void {
  api.route({
    method: 'GET',
    url: `/api/cases/:caseId/${kind}`,
    schema: {
      operationId: `list${named(kind)}`,
      summary: `Every ${kind} as it stands`,
      tags: [kind],
      params: CaseParams,
      querystring: AsOf.extend({}),
      response: { 200: z.array(SUBJECTS[kind].version), ...problems },
    },
    async handler({ params, query }, reply) {
      const { record } = await recordAsOf(desk, params.caseId, query);
      return reply.send([...record.of(kind).values()].map(versionOf) as never);
    },
  });

  api.route({
    method: 'GET',
    url: `/api/cases/:caseId/${kind}/:id`,
    schema: {
      operationId: `get${named(kind)}`,
      summary: `One ${kind} with all its versions`,
      tags: [kind],
      params: SubjectParams,
      querystring: AsOf.extend({}),
      response: { 200: SUBJECTS[kind].history, ...problems },
    },
    async handler({ params, query }, reply) {
      const { session, record, scope } = await recordAsOf(desk, params.caseId, query);
      const version = versionOf(presentSubject(record, kind, params.id));
      const versions = subjectHistory(session, kind, params.id, scope).map(pastOf);
      return reply.send({ ...version, versions } as never);
    },
  });
}

function addingRoute(api: Api, desk: Desk, kind: Kind): void {
  api.route({
    method: 'POST',
    url: `/api/cases/:caseId/${kind}`,
    ...limitOf(kind),
    schema: {
      operationId: `add${named(kind)}`,
      summary: `Record a new ${kind}; its id is made here`,
      tags: [kind],
      params: CaseParams,
      body: SUBJECTS[kind].put,
      response: { 201: Recorded, ...problems },
    },
    async handler({ params, body }, reply) {
      const session = await desk.session(params.caseId);
      const entries = await addSubject(session, kind, body.body as Body, body.compartment);
      return reply.code(201).send(recordedOf(session, entries));
    },
  });
}

function changingRoute(api: Api, desk: Desk, kind: Kind): void {
  api.route({
    method: 'PUT',
    url: `/api/cases/:caseId/${kind}/:id`,
    ...limitOf(kind),
    schema: {
      operationId: `put${named(kind)}`,
      summary: `Record a new version of a ${kind}`,
      tags: [kind],
      params: SubjectParams,
      body: SUBJECTS[kind].put,
      response: { 200: Recorded, ...problems, 409: Problem.describe('It cannot move: what names it could no longer see it') },
    },
    async handler({ params, body }) {
      const session = await desk.session(params.caseId);
      return recordedOf(session, await changeSubject(session, kind, params.id, body.body as Body, body.compartment));
    },
  });
}

function retractingRoute(api: Api, desk: Desk, kind: Kind): void {
  api.route({
    method: 'DELETE',
    url: `/api/cases/:caseId/${kind}/:id`,
    schema: {
      operationId: `retract${named(kind)}`,
      summary: `Retract a ${kind}; its versions stay in the record`,
      tags: [kind],
      params: SubjectParams,
      response: { 200: Recorded, ...problems },
    },
    async handler({ params }) {
      const session = await desk.session(params.caseId);
      return recordedOf(session, await retractSubject(session, kind, params.id));
    },
  });
}

function named(kind: Kind): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

function versionOf({ id, body, entry }: Version) {
  return { id, compartment: entry.compartment, receivedAt: entry.receivedAt, body };
}

function pastOf({ id, recordedAt, receivedAt, author, action, body }: StoredEntry) {
  return { entryId: id, recordedAt, receivedAt, author, action, body };
}
