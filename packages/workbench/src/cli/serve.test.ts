import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desktop, ended, newDesktop } from './parley.test-support.ts';

let desktop: Desktop;
beforeAll(async () => {
  desktop = newDesktop();
  desktop.write('pass.txt', 'a long passphrase');
  await Promise.all([
    desktop.parley('new', 'talks.parley', '--title', 'Ferry talks'),
    desktop.parley('new', 'locked.parley', '--title', 'Locked', '--passphrase-file', 'pass.txt'),
  ]);
});
afterAll(() => desktop.remove());

it('prints a link that lets in, shows the case, sees what the command adds, and closes cleanly on Ctrl+C', async () => {
  const child = desktop.start('serve', 'talks.parley', 'locked.parley', '--port', '0', '--json');
  const ending = ended(child);
  const { url, launchUrl } = JSON.parse(await firstJson(child)) as { url: string; launchUrl: string };
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${url}/api/cases`)).status).toBe(401);

  const launch = await fetch(launchUrl, { redirect: 'manual' });
  const cookie = launch.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const get = async <T>(path: string): Promise<T> => (await (await fetch(url + path, { headers: { cookie } })).json()) as T;
  const cases = await get<{ caseId: string | null; locked: boolean }[]>('/api/cases');
  expect(cases.map(({ locked }) => locked).sort()).toEqual([false, true]);
  const caseId = cases.find(({ locked }) => !locked)?.caseId;

  expect((await desktop.parley('party', 'talks.parley', 'Harbour League')).code).toBe(0);
  await expect.poll(() => get<{ columns: unknown[] }>(`/api/cases/${caseId}/table`).then(({ columns }) => columns.length)).toBe(1);

  child.kill('SIGINT');
  const { code, stderr } = await ending;
  expect({ code, stderr: stderr.split('\n').length }).toEqual({ code: 0, stderr: 2 });
  expect(existsSync(desktop.path('talks.parley-wal'))).toBe(false);
});

it('says that the port is taken and how to take another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { port: number };
  const { code, stderr } = await desktop.parley('serve', 'talks.parley', '--port', String(port));
  other.close();
  expect(code).toBe(2);
  expect(stderr).toMatch(new RegExp(`^parley: port ${port} is taken\n.*--port`));
});

/** What a command printed as JSON, once it is whole. */
function firstJson(child: ChildProcess): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: string) => {
      text += chunk;
      if (text.endsWith('}\n')) resolve(text);
    });
    child.on('close', (code) => reject(new Error(`ended with ${code} before it had printed its link`)));
  });
}
