import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { startBargainThreads } from '../operations/bargain-threads/bargain-threads.ts';
import type { Desk } from '../operations/desk.ts';
import { startReadingPool } from '../operations/reading/reading-pool.ts';
import { startTerrainThreads } from '../operations/terrain/threads/terrain-threads.ts';
import { guard, isApi } from './guard.ts';
import { gatherOpenApi, openApiDocument } from './openapi.ts';
import { answerErrors, problem } from './problems.ts';
import { bargainRoutes } from './routes/bargain.ts';
import { caseRoutes } from './routes/cases.ts';
import { eventRoutes } from './routes/events.ts';
import { exchangeRoutes } from './routes/exchange.ts';
import { exportRoutes } from './routes/export.ts';
import { lexiconRoutes } from './routes/lexicon.ts';
import { sourceRoutes } from './routes/sources.ts';
import { stabilityRoutes } from './routes/stability.ts';
import { subjectRoutes } from './routes/subjects.ts';
import { tableRoutes } from './routes/table.ts';
import { terrainRoutes } from './routes/terrain.ts';
import { utteranceRoutes } from './routes/utterances.ts';
import { serveWebApp } from './web-app.ts';

export interface ServerOptions {
  readonly desk: Desk;
  /** The secret of this launch; whoever has it may do everything that the person may. */
  readonly token: string;
  /** The port that it will listen on, 0 for any free one. */
  readonly port: number;
  /** The folder of the built browser app. */
  readonly webRoot: string;
  readonly version: string;
  /** Takes a line for each fault of ours; standard error where absent. No line holds what is in a case. */
  readonly log?: (line: string) => void;
}

/** What a body may have that is no source. */
const BODY_LIMIT_BYTES = 8 * 1024 * 1024;

const BAD_ADDRESS = problem('invalid', 'the address cannot be understood', 'ask for an address as the documentation gives it');

/** The server, ready but not listening. Closing it ends its streams and leaves the desk open. */
export async function createServer({ desk, token, port, webRoot, version, log = console.error }: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { maxParamLength: 200 },
    // An address that is none is answered before any route, and in the one shape too. No route gives it the types of its reply.
    frameworkErrors: (_error, _request, reply) => reply.code(400 as never).send(BAD_ADDRESS as never),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  answerErrors(app, log);
  await app.register(helmet, HEADERS);
  app.addHook('onRequest', async (request, reply) => {
    if (isApi(request)) reply.header('Cache-Control', 'no-store');
  });
  guard(app, { token, port });
  await gatherOpenApi(app, version);
  await serveWebApp(app, webRoot);

  const api = app.withTypeProvider<ZodTypeProvider>();
  caseRoutes(api, desk);
  const threads = startBargainThreads();
  app.addHook('onClose', () => threads.close());
  bargainRoutes(api, desk, threads);
  stabilityRoutes(api, desk);
  tableRoutes(api, desk);
  const pool = startReadingPool();
  app.addHook('onClose', () => pool.close());
  sourceRoutes(api, desk, pool.read);
  utteranceRoutes(api, desk);
  lexiconRoutes(api, desk);
  subjectRoutes(api, desk);
  eventRoutes(api, desk);
  exportRoutes(api, desk);
  exchangeRoutes(api, desk);
  const terrain = startTerrainThreads();
  app.addHook('onClose', () => terrain.close());
  terrainRoutes(api, desk, terrain);
  let document: unknown;
  app.get('/api/openapi.json', { schema: { hide: true } }, () => document);
  await app.ready();
  document = openApiDocument(app);
  return app;
}

/** Nothing from any other host; styles and scripts only from files of ours, WebAssembly allowed. */
const HEADERS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
  },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
  // The server speaks plain HTTP on the loopback address.
  strictTransportSecurity: false,
} as const;
