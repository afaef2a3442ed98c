import { randomUUID } from 'node:crypto';
import { UserError } from '@parley/model';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Problem } from '../contract.ts';

/** An error in the one shape of them all. */
export function problem(code: string, message: string, cure: string): z.infer<typeof Problem> {
  return { error: { code, message, cure } };
}

/** The status of a user's mistake by its code; any other is 400. */
const STATUS: Readonly<Record<string, number>> = {
  unknown: 404,
  conflict: 409,
  duplicate: 409,
  exists: 409,
  tooLarge: 413,
  mediatorOnly: 403,
  passphraseNeeded: 401,
  wrongPassphrase: 401,
  busy: 503,
  diskFull: 507,
  ioError: 507,
};

/**
 * Answers every error in the one shape. A user's mistake says what and how to mend it. A fault of
 * ours says only a reference, under which one line is logged: where it happened, and never the
 * message or the address, which may hold what is confidential.
 */
export function answerErrors(app: FastifyInstance, log: (line: string) => void): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const [status, body] = answerTo(error, request, log);
    return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
  });
}

function answerTo(error: FastifyError, request: FastifyRequest, log: (line: string) => void): [number, z.infer<typeof Problem>] {
  if (error instanceof UserError) return [STATUS[error.code] ?? 400, problem(error.code, error.message, error.cure)];
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation;
    const path = (first?.instancePath ?? '')
      .slice(1)
      .split('/')
      .filter((part) => part !== '');
    const field = path.join('.') || (error.validationContext ?? 'request');
    const value = shown(valueAt(request, error.validationContext, path));
    const message = `${field}: ${first?.message ?? 'not valid'}${value === '' ? '' : ` (${value})`}`;
    return [400, problem('invalid', message, `correct "${field}" and try again`)];
  }
  if (error.statusCode === 413)
    return [413, problem('tooLarge', 'the request is too large', 'send a file of at most 100 MB, and anything else in less')];
  if (error.statusCode === 415) return [415, problem('mediaType', 'the request is not JSON', 'send it as application/json')];
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return [
      error.statusCode,
      problem('invalid', 'the request cannot be understood', 'send well-formed JSON to an address as the documentation gives it'),
    ];
  }
  const reference = randomUUID();
  log(`${reference} ${request.method} ${request.routeOptions.url ?? 'unknown route'}: ${placeOf(error)}`);
  return [
    500,
    problem(
      'fault',
      `something went wrong in Parley (reference ${reference})`,
      'try again; if it stays, report the line with this reference from where "parley serve" runs',
    ),
  ];
}

/** The kind of an error and the lines of code it came through. */
function placeOf(error: Error & { code?: string }): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${error.code === undefined ? '' : ` ${error.code}`}`, ...frames].join('\n');
}

function valueAt(request: FastifyRequest, context: string | undefined, path: readonly string[]): unknown {
  const start = { body: request.body, querystring: request.query, params: request.params, headers: request.headers }[context ?? ''];
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    start,
  );
}

/** A value as an error names it: short, and nothing for what is absent or is not a single value. */
function shown(value: unknown): string {
  if (value === undefined || (typeof value === 'object' && value !== null)) return '';
  const text = JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
