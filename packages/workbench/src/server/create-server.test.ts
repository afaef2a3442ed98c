import { request } from 'node:http';
import { UserError } from '@parley/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from './create-server.ts';
import { type Serving, serve } from './serve.ts';
import { type Bench, PORT, startBench, TOKEN } from './server.test-support.ts';

let bench: Bench;
let serving: Serving;
beforeAll(async () => {
  bench = await startBench();
  serving = await serve({ desk: bench.desk, token: TOKEN, port: 0, webRoot: bench.webRoot, version: '0.0.0' });
});
afterAll(async () => {
  await serving.close();
  await bench.close();
});

interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Sends any headers whatever, as a program can that is no browser. */
function send(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(`${serving.url}${path}`, { method, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }));
    });
    sent.on('error', reject).end();
  });
}

const bearer = { authorization: `Bearer ${TOKEN}` };
const codeOf = ({ text }: Reply): string => JSON.parse(text).error.code;

describe('the token', () => {
  test('without one, or with a wrong one, /api answers 401', async () => {
    for (const headers of [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: `Basic ${TOKEN}` },
      { cookie: `parley-1=${TOKEN}` },
      { cookie: `${new URL(serving.url).port}=x` },
    ]) {
      const reply = await send('/api/cases', headers as Record<string, string>);
      expect([reply.status, codeOf(reply)]).toEqual([401, 'token']);
    }
    expect((await send('/api/no-such-route')).status).toBe(401);
    expect((await send('/api/cases', bearer)).status).toBe(200);
  });

  test('the printed link gives a cookie that lets in, and that no script and no other site can use', async () => {
    const launch = await send(serving.launchUrl.slice(serving.url.length));
    expect([launch.status, launch.headers.location]).toEqual([302, '/']);
    const [cookie = ''] = launch.headers['set-cookie'] as string[];
    expect(cookie).toMatch(/^parley-\d+=.*HttpOnly; SameSite=Strict/);
    expect((await send('/api/cases', { cookie: `other=1; ${cookie.split(';')[0]}` })).status).toBe(200);
  });

  test('the link of another launch gives none', async () => {
    for (const path of ['/launch?token=wrong', '/launch', '/launch?token=a&token=b']) {
      const launch = await send(path);
      expect(launch.status).toBe(401);
      expect(launch.headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('who may ask', () => {
  test('a name that is not ours is refused, even with the token', async () => {
    const { port } = new URL(serving.url);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      `127.0.0.1:${Number(port) + 1}`,
      '127.0.0.1',
      `127.0.0.1.evil.example:${port}`,
    ]) {
      const reply = await send('/api/cases', { ...bearer, host });
      expect([host, reply.status]).toEqual([host, 403]);
      expect((await send('/', { host })).status).toBe(403);
      expect((await send(`/launch?token=${TOKEN}`, { host })).headers['set-cookie']).toBeUndefined();
    }
    for (const host of [`localhost:${port}`, `[::1]:${port}`]) expect((await send('/api/cases', { ...bearer, host })).status).toBe(200);
  });

  test('a page of another origin or site is refused, even with the token', async () => {
    const { port } = new URL(serving.url);
    for (const origin of [
      'http://evil.example',
      'null',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${Number(port) + 1}`,
      `http://localhost:${port}`,
    ]) {
      const reply = await send('/api/cases', { ...bearer, origin });
      expect([origin, reply.status, codeOf(reply)]).toEqual([origin, 403, 'origin']);
    }
    for (const site of ['cross-site', 'same-site']) {
      expect((await send('/api/cases', { ...bearer, 'sec-fetch-site': site })).status).toBe(403);
    }
    expect((await send('/api/cases', { ...bearer, origin: serving.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test('it listens on the loopback address and on no other', async () => {
    const options = { desk: bench.desk, token: TOKEN, port: 0, webRoot: bench.webRoot, version: '0.0.0' };
    for (const host of ['0.0.0.0', '::', '192.168.1.5', 'example.org'])
      await expect(serve({ ...options, host })).rejects.toThrow(UserError);
    expect(new URL(serving.url).hostname).toBe('127.0.0.1');
  });

  test('a port that is taken is named', async () => {
    const port = Number(new URL(serving.url).port);
    const second = serve({ desk: bench.desk, token: TOKEN, port, webRoot: bench.webRoot, version: '0.0.0' });
    await expect(second).rejects.toThrow(`port ${port} is taken`);
  });
});

describe('headers', () => {
  test('a page may use what is ours and nothing else', async () => {
    const { headers } = await send('/');
    expect(headers['content-security-policy']).toBe(
      "default-src 'self';script-src 'self' 'wasm-unsafe-eval';style-src 'self';img-src 'self' data: blob:;font-src 'self';connect-src 'self';frame-ancestors 'none';base-uri 'none';form-action 'self'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('what is in a case is not kept by the browser; refusals carry the headers too', async () => {
    expect((await send('/api/cases', bearer)).headers['cache-control']).toBe('no-store');
    expect((await send('/api/cases')).headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
});

describe('addresses', () => {
  test('the app’s own addresses give its start page, without a token', async () => {
    for (const path of ['/', '/c/019a/table', '/c/019a/record/report.v2', '/c/x/table?heldOn=2031-01-01', '/settings']) {
      const reply = await send(path);
      expect([path, reply.status]).toEqual([path, 200]);
      expect(reply.text).toContain('<title>Parley</title>');
    }
    const head = await send('/c/019a/table', {}, 'HEAD');
    expect([head.status, head.text]).toEqual([200, '']);
  });

  test('files come as they are; one that is not there is no start page', async () => {
    const script = await send('/assets/app-1a2b3c.js');
    expect([script.status, script.text]).toEqual([200, 'export {};']);
    expect(script.headers['content-type']).toContain('javascript');
    expect(script.headers['cache-control']).toContain('immutable');
    for (const path of ['/assets/app-old.js', '/favicon.png', '/../package.json', '/%2e%2e/x.parley', '/assets/%2e%2e/%2e%2e/x.parley']) {
      const reply = await send(path);
      expect([path, reply.status >= 400 && reply.status < 500]).toEqual([path, true]);
    }
  });

  test('unknown routes get 404, known ones 405 with what they take', async () => {
    const unknown = await send('/api/no-such-route', bearer);
    expect([unknown.status, codeOf(unknown)]).toEqual([404, 'unknown']);
    const wrong = await send('/api/cases/x/table', bearer, 'DELETE');
    expect([wrong.status, wrong.headers.allow, codeOf(wrong)]).toEqual([405, 'GET, HEAD', 'method']);
    expect((await send('/c/x/table', {}, 'POST')).status).toBe(405);
    const head = await send('/api/cases', bearer, 'HEAD');
    expect([head.status, head.text]).toEqual([200, '']);
  });

  test('an address that is none is refused in the one shape', async () => {
    const reply = await send('/c/%ff');
    expect([reply.status, codeOf(reply)]).toEqual([400, 'invalid']);
  });

  test('where the app is not built it says so', async () => {
    const app = await createServer({ desk: bench.desk, token: TOKEN, port: PORT, webRoot: `${bench.folder}/nowhere`, version: '0.0.0' });
    const reply = await app.inject({ url: '/', headers: { host: `127.0.0.1:${PORT}` } });
    expect(reply.statusCode).toBe(503);
    expect(reply.json().error.cure).toContain('npm run build');
    await app.close();
  });
});
