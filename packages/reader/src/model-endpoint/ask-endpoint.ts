import { UserError } from '@parley/model';
import type { Endpoint } from './endpoint.ts';

/** How to ask. All times in milliseconds. */
export interface Asking {
  readonly endpoint: Endpoint;
  readonly apiKey: string | undefined;
  /** For one request with its reply. */
  readonly timeoutMs: number;
  /** The wait before the second try; it doubles with each further one. */
  readonly backOffMs: number;
  readonly fetch: typeof fetch;
  readonly shouldStop: () => boolean;
}

export type Answer =
  | { readonly kind: 'text'; readonly text: string; readonly isCutOff: boolean }
  /** The endpoint takes no request of this length. */
  | { readonly kind: 'tooLong' }
  /** It answers badly to parameters named so. */
  | { readonly kind: 'refusesTemperature' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'stopped' };

/**
 * Asks once, and again after a time-out, a 429 or a 5xx: four times at most, with growing waits or
 * as long as `Retry-After` says, up to a minute.
 *
 * Throws a UserError for what no second try would mend: nobody listens there, a wrong key, an
 * unknown model, a redirect.
 */
export async function askEndpoint(request: object, asking: Asking): Promise<Answer> {
  let why = '';
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    if (asking.shouldStop()) return { kind: 'stopped' };
    const reply = await tryOnce(request, asking);
    if (reply.kind !== 'again') return reply;
    why = reply.why;
    const waitMs = reply.waitMs ?? asking.backOffMs * 2 ** (tries - 1);
    if (waitMs > LONGEST_WAIT_MS) return { kind: 'failed', why: `${why}, and asked to be left alone for ${Math.ceil(waitMs / 1000)} s` };
    if (tries < MOST_TRIES && !(await waited(waitMs, asking.shouldStop))) return { kind: 'stopped' };
  }
  return { kind: 'failed', why: `${why}, ${MOST_TRIES} times` };
}

/** The code of errors that every other text would meet too. */
const UNUSABLE = 'endpoint';
const MOST_TRIES = 4;
const LONGEST_WAIT_MS = 60_000;
/** More than any list of statements in a part; a reply that goes on is cut short. */
const MOST_REPLY_BYTES = 2 * 1024 * 1024;

type Reply = Answer | { readonly kind: 'again'; readonly why: string; readonly waitMs?: number };

async function tryOnce(request: object, asking: Asking): Promise<Reply> {
  const { endpoint, apiKey, timeoutMs } = asking;
  const stop = new AbortController();
  const watch = setInterval(() => asking.shouldStop() && stop.abort(), POLL_MS);
  try {
    const response = await asking.fetch(endpoint.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` }) },
      body: JSON.stringify(request),
      // A redirect could carry the text from this machine to another.
      redirect: 'manual',
      signal: AbortSignal.any([stop.signal, AbortSignal.timeout(timeoutMs)]),
    });
    const body = await bodyOf(response);
    return response.ok ? textOf(body) : refusalOf(response, body ?? '', endpoint);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (stop.signal.aborted) return { kind: 'stopped' };
    if ((error as Error).name === 'TimeoutError') return { kind: 'again', why: `no answer within ${timeoutMs / 1000} s` };
    const code = causeCode(error);
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') {
      throw new UserError(`nobody answers at ${endpoint.host}`, {
        cure: 'start the model there, or correct --endpoint',
        cause: error,
        code: UNUSABLE,
      });
    }
    return { kind: 'again', why: `the connection broke${code === undefined ? '' : ` (${code})`}` };
  } finally {
    clearInterval(watch);
  }
}

const POLL_MS = 100;

/** The text of a reply; null where it goes on for too long. */
async function bodyOf(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > MOST_REPLY_BYTES) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function textOf(body: string | null): Answer {
  if (body === null) return { kind: 'failed', why: `its reply goes on after ${MOST_REPLY_BYTES / (1024 * 1024)} MB` };
  try {
    const choice = (JSON.parse(body) as { choices?: { message?: { content?: unknown }; finish_reason?: unknown }[] } | null)?.choices?.[0];
    const text = choice?.message?.content;
    if (typeof text === 'string') return { kind: 'text', text, isCutOff: choice?.finish_reason === 'length' };
  } catch {
    // Told below, as any other reply that is not of the protocol.
  }
  return { kind: 'failed', why: 'its reply is not one of a chat endpoint' };
}

function refusalOf(response: Response, body: string, { host }: Endpoint): Reply {
  const { status } = response;
  if (status === 429 || status >= 500) return { kind: 'again', why: `status ${status}`, ...retryAfter(response) };
  if (status === 413 || (status === 400 && /context|too long|maximum.{0,20}tokens/i.test(body))) return { kind: 'tooLong' };
  if (status === 400 && /temperature/i.test(body)) return { kind: 'refusesTemperature' };
  if (status === 401 || status === 403) {
    throw new UserError(`the endpoint at ${host} refuses the key (status ${status})`, {
      cure: 'give its key by --api-key-file or PARLEY_MODEL_KEY',
      code: UNUSABLE,
    });
  }
  if (status >= 300 && status < 400) {
    throw new UserError(`the endpoint at ${host} points to another address, which is not followed`, {
      cure: 'name the address that it points to, if you trust it',
      code: UNUSABLE,
    });
  }
  throw new UserError(`the endpoint at ${host} refuses the request (status ${status})`, {
    cure: 'check --endpoint and the name of the model',
    code: UNUSABLE,
  });
}

/** `Retry-After` is a number of seconds or a date. */
function retryAfter(response: Response): { waitMs?: number } {
  const told = response.headers.get('Retry-After');
  if (told === null) return {};
  const waitMs = /^\d+(?:\.\d+)?$/.test(told) ? Number(told) * 1000 : Date.parse(told) - Date.now();
  return Number.isNaN(waitMs) ? {} : { waitMs: Math.max(0, waitMs) };
}

/** Waits; false where it was stopped meanwhile. */
async function waited(waitMs: number, shouldStop: () => boolean): Promise<boolean> {
  const end = Date.now() + waitMs;
  for (let left = waitMs; left > 0; left = end - Date.now()) {
    if (shouldStop()) return false;
    await new Promise((resolve) => setTimeout(resolve, Math.min(left, POLL_MS)));
  }
  return !shouldStop();
}

function causeCode(error: unknown): string | undefined {
  const { cause } = error as { cause?: { code?: string; errors?: { code?: string }[] } };
  return cause?.code ?? cause?.errors?.[0]?.code;
}
