import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

type Json = { [key: string]: unknown };

/** Gathers the routes registered after it into an OpenAPI 3.1 document. */
export async function gatherOpenApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Parley',
        version,
        description: 'The local server of the workbench. It answers on the loopback address only, to who has the token of its launch.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'The token of the launch, as `parley serve` prints it' },
        },
      },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}

/** The document of a server that is ready: only the schemas its routes use, in a fixed order. */
export function openApiDocument(app: FastifyInstance): Json {
  const document = withTwinsJoined(app.swagger() as unknown as Json);
  const used = reachable(document, schemasOf(document));
  // What only goes in needs no suffix to tell it from what comes out.
  const lone = new Set([...used].filter((name) => name.endsWith(INPUT) && !used.has(name.slice(0, -INPUT.length))));
  const named = (name: string) => (lone.has(name) ? name.slice(0, -INPUT.length) : name);
  const components = [...used].map((name) => [named(name), schemasOf(document)[name]] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const tidy = { ...document, components: { ...(document.components as Json), schemas: Object.fromEntries(components) } };
  return rewritten(tidy, (key, inner) => {
    if (key === '$ref' && typeof inner === 'string') return `${PREFIX}${named(inner.slice(PREFIX.length))}`;
    return inner === 'Default Response' ? 'OK' : inner;
  });
}

function rewritten(value: Json, replace: (key: string, inner: unknown) => unknown): Json {
  return JSON.parse(JSON.stringify(value, replace)) as Json;
}

function schemasOf(document: Json): Record<string, unknown> {
  return (document.components as { schemas: Record<string, unknown> }).schemas;
}

const INPUT = 'Input';

const PREFIX = '#/components/schemas/';

/** Every schema comes twice, as what goes in and what comes out. Where the two say the same, one is kept. */
function withTwinsJoined(document: Json): Json {
  const schemas = schemasOf(document);
  const pairs = new Map<string, string>(
    Object.keys(schemas).flatMap((name) => (`${name}${INPUT}` in schemas ? [[`${name}${INPUT}`, name] as const] : [])),
  );
  const joined = (ref: string) => `${PREFIX}${pairs.get(ref.slice(PREFIX.length)) ?? ref.slice(PREFIX.length)}`;
  const written = (value: unknown) =>
    JSON.stringify(value, (key, inner) => {
      if (key === '$ref' && typeof inner === 'string') return joined(inner);
      // Only replies are marked as closed; a later version may add fields to them, so no client should rely on it.
      return key === 'additionalProperties' && inner === false ? undefined : inner;
    });
  // A schema may name others that differ, so pairs fall out until those left are alike all through.
  for (let before = -1; before !== pairs.size; ) {
    before = pairs.size;
    for (const [input, output] of pairs) if (written(schemas[input]) !== written(schemas[output])) pairs.delete(input);
  }
  return JSON.parse(written(document)) as Json;
}

function reachable(document: Json, schemas: Record<string, unknown>): Set<string> {
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const ref = (value as Json).$ref;
    if (typeof ref === 'string' && ref.startsWith(PREFIX)) {
      const name = ref.slice(PREFIX.length);
      if (!used.has(name)) {
        used.add(name);
        visit(schemas[name]);
      }
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(document.paths);
  // The data of server-sent events is named in no reply, and a client needs its shape.
  visit({ $ref: `${PREFIX}EntriesEvent` });
  return used;
}
