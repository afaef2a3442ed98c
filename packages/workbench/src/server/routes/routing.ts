import { Id, type StoredEntry } from '@parley/model';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem, type Recorded } from '../../contract.ts';
import { type AsOfRecord, asOf } from '../../operations/as-of.ts';
import type { CaseSession } from '../../operations/case-session.ts';
import type { Desk } from '../../operations/desk.ts';

/** The server, with requests and replies typed by their schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export const CaseParams = z.object({ caseId: Id });

/** The errors that every route may answer with, for the OpenAPI document. */
export const problems = {
  400: Problem.describe('The request does not fit; the message names the field and the value'),
  401: Problem.describe('No token, or that of another launch'),
  404: Problem.describe('There is no such thing, or it is hidden'),
  500: Problem.describe('A fault of Parley; the message has a reference to the line it logged'),
};

/** The case as of what the query asks for. */
export async function recordAsOf(
  desk: Desk,
  caseId: Id,
  query: { heldOn?: string | undefined; knownAt?: string | undefined; compartments?: string | undefined },
): Promise<AsOfRecord & { session: CaseSession }> {
  const session = await desk.session(caseId);
  return { session, ...asOf(session, { heldOn: query.heldOn, knownAt: query.knownAt, compartments: compartmentIds(query.compartments) }) };
}

/** The ids in a list separated by commas; undefined where there is no list. */
function compartmentIds(list: string | undefined): Id[] | undefined {
  return list?.split(',').filter((id) => id !== '');
}

/** What was recorded, as the browser is told it. */
export function recordedOf(session: CaseSession, entries: readonly StoredEntry[]): z.infer<typeof Recorded> {
  const sequence = session.entries.at(-1)?.sequence ?? 0;
  return { sequence, entries: entries.map(({ id, subject }) => ({ id, subject })) };
}

/** Fires where whoever asked is gone before the answer. */
export function signalOf({ raw }: FastifyReply): AbortSignal {
  const control = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) control.abort();
  });
  return control.signal;
}
