import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from './problems.ts';

/** The days that a browser is to keep the cookie matter little: the token dies with its launch. */
const COOKIE = 'HttpOnly; SameSite=Strict; Path=/';

/**
 * Lets in only who means this server and has the token of its launch.
 *
 * The loopback address is not safe by itself: any page in the person's browser can send requests to
 * it, under any host name that its owner points there. So Host must be ours, Origin ours or absent,
 * and the token must come as a cookie or as a bearer.
 */
export function guard(app: FastifyInstance, { token, port }: { token: string; port: number }): void {
  const digest = sha256(token);
  const isToken = (given: string | undefined): boolean => given !== undefined && timingSafeEqual(sha256(given), digest);
  const portOf = (): number => {
    const address = app.server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  };

  app.addHook('onRequest', async (request, reply) => {
    const hosts = hostsOf(portOf());
    const { host, origin } = request.headers;
    if (host === undefined || !hosts.includes(host.toLowerCase())) {
      return reply.code(403).send(problem('host', 'this server does not go by that name', `open http://${hosts[0]}`));
    }
    if (origin !== undefined && origin !== `http://${host.toLowerCase()}`) {
      return reply.code(403).send(problem('origin', 'a page of another origin may not use this server', `open http://${hosts[0]}`));
    }
    if (isApi(request) && crossSite(request)) {
      return reply.code(403).send(problem('origin', 'a page of another site may not use this server', `open http://${hosts[0]}`));
    }
    if (isApi(request) && !isToken(bearerOf(request)) && !isToken(cookieOf(request, `parley-${portOf()}`))) {
      return reply
        .code(401)
        .header('WWW-Authenticate', 'Bearer')
        .send(problem('token', 'there is no token, or it is of another launch', 'open the link that "parley serve" printed'));
    }
    // A slip here would open the whole file to who meant to look through one compartment.
    const slip = Object.keys(request.query as object).find((key) => key !== 'compartments' && /^compartments?$/i.test(key.trim()));
    if (isApi(request) && slip !== undefined) {
      return reply.code(400).send(problem('invalid', `there is no question "${slip}"`, 'write it compartments, as ?compartments=public'));
    }
    return undefined;
  });

  app.get('/launch', { schema: { hide: true }, exposeHeadRoute: false }, async (request, reply) => {
    const { token: given } = request.query as { token?: unknown };
    reply.header('Cache-Control', 'no-store');
    if (typeof given !== 'string' || !isToken(given)) {
      return reply
        .code(401)
        .type('text/plain; charset=utf-8')
        .send('This link is of another launch. Open the link that "parley serve" printed last.\n');
    }
    return reply.header('Set-Cookie', `parley-${portOf()}=${given}; ${COOKIE}`).redirect('/', 302);
  });
}

export function isApi({ url }: { readonly url: string }): boolean {
  return /^\/api(?:[/?]|$)/.test(url);
}

/** The names of this server; a browser leaves the port 80 out. */
function hostsOf(port: number): string[] {
  return ['127.0.0.1', 'localhost', '[::1]'].flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/** Browsers say where a request comes from, also where they send no Origin: an image, a script, a link. */
function crossSite({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}

function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

function cookieOf({ headers }: FastifyRequest, name: string): string | undefined {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
