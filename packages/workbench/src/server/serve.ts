import { randomBytes } from 'node:crypto';
import { UserError } from '@parley/model';
import { createServer, type ServerOptions } from './create-server.ts';

export interface Serving {
  /** Where it listens: `http://127.0.0.1:4870`. */
  readonly url: string;
  /** The link that lets a browser in. */
  readonly launchUrl: string;
  /** Ends the streams, answers what is under way and stops. The desk stays open. */
  close(): Promise<void>;
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

/** A secret for one launch. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Starts the server on the loopback address. `port` 0 takes any free one.
 *
 * Throws a UserError for any other address, and where the port is taken.
 */
export async function serve({ host = '127.0.0.1', ...options }: ServerOptions & { host?: string | undefined }): Promise<Serving> {
  if (!LOOPBACK.has(host)) {
    throw new UserError(`Parley does not listen on ${host}: whoever reaches that address could read the case`, {
      cure: 'leave the address out, or name 127.0.0.1 or ::1',
    });
  }
  const app = await createServer(options);
  try {
    await app.listen({ host, port: options.port });
  } catch (error) {
    await app.close();
    throw refused(error as NodeJS.ErrnoException, options.port);
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return { url, launchUrl: `${url}/launch?token=${options.token}`, close: () => app.close() };
}

function refused(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new UserError(`port ${port} is taken`, {
      cure: 'name another with --port, or close what uses it',
      code: 'conflict',
      cause: error,
    });
  }
  if (error.code === 'EACCES')
    return new UserError(`port ${port} may not be used`, { cure: 'name one above 1023 with --port', cause: error });
  return error;
}
