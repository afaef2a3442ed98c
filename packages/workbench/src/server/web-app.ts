import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isApi } from './guard.ts';
import { problem } from './problems.ts';

/**
 * Serves the built browser app, and its start page for the addresses that the app itself resolves.
 * What is not there gets a Problem; a method that an address does not take gets 405 and those it takes.
 */
export async function serveWebApp(app: FastifyInstance, webRoot: string): Promise<void> {
  const isBuilt = existsSync(join(webRoot, 'index.html'));
  const methodsOf = rememberRoutes(app);
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: webRoot,
      wildcard: true,
      index: 'index.html',
      setHeaders(reply, path) {
        // Vite names what is in assets/ by its content.
        const isNamedByContent = path.startsWith(join(webRoot, 'assets'));
        reply.header('Cache-Control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }

  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(pathOf(request));
    if (methods.length > 0) return reply.code(405).header('Allow', methods.join(', ')).send(notAllowed(request, methods));
    if (isApi(request))
      return reply.code(404).send(problem('unknown', 'there is no such route', 'see /api/openapi.json for those there are'));
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return reply
        .code(405)
        .header('Allow', 'GET, HEAD')
        .send(notAllowed(request, ['GET']));
    if (!isBuilt) return reply.code(503).send(problem('notBuilt', 'the browser app is not built', 'run "npm run build"'));
    if (isFile(pathOf(request))) return reply.code(404).send(problem('unknown', 'there is no such file', 'open the start page'));
    return startPage(reply);
  });
}

function startPage(reply: FastifyReply): FastifyReply {
  return reply.sendFile('index.html');
}

/** An address under /c/ is the app's, whatever dots an id has; elsewhere a dot means a file. */
function isFile(path: string): boolean {
  return !path.startsWith('/c/') && (path.startsWith('/assets/') || /\.[^/]*$/.test(path));
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '';
}

function notAllowed({ method }: FastifyRequest, methods: readonly string[]) {
  return problem('method', `${method} is not for this address`, `use ${methods.join(' or ')}`);
}

/** The methods that an address under /api takes, from the routes registered after this. */
function rememberRoutes(app: FastifyInstance): (path: string) => string[] {
  const routes: { pattern: RegExp; method: string }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    if (!url.startsWith('/api/') && url !== '/launch') return;
    const pattern = new RegExp(`^${url.replaceAll('.', '\\.').replace(/:[A-Za-z]+/g, '[^/]+')}$`);
    for (const one of [method].flat()) routes.push({ pattern, method: one });
  });
  return (path) => [...new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))].sort();
}
