/** The map drawing on a page of its own, built and served: for measuring it without a case around it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('./_map-page/', import.meta.url));
const CONFIG = fileURLToPath(new URL('../packages/web/vite.config.ts', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

export interface MapPage {
  readonly url: string;
  /** What the page shows when it is opened next, as JSON: the properties of `MapCanvas` but for its callbacks. */
  show(given: unknown): void;
  close(): void;
}

export async function serveMapPage(): Promise<MapPage> {
  const built = mkdtempSync(join(tmpdir(), 'parley-map-'));
  await build({ root: ROOT, configFile: CONFIG, logLevel: 'error', build: { outDir: built, emptyOutDir: true } });
  let given = '{"left":[]}';
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path === '/' ? '/index.html' : path;
    try {
      const body = file === '/given.json' ? given : readFileSync(join(built, file));
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show(next) {
      given = JSON.stringify(next);
    },
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(built, { recursive: true, force: true });
    },
  };
}
