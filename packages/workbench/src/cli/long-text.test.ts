import { readText } from '@parley/reader';
import { afterAll, expect, it } from 'vitest';
import { longText } from './long-text.ts';
import { newDesktop } from './parley.test-support.ts';

const desktop = newDesktop();
afterAll(() => desktop.remove());

const FILLER = `${'Heavy rain closed the main road for most of the morning. '.repeat(30)}\n`;
const PARAGRAPH = 'The envoy said that “more than 300 trucks” were waiting at the bridge – among them two convoys.\n“Was that all?”\n';
/** Over 1 MB, most of it of no interest. */
const TEXT = `${FILLER.repeat(7)}${PARAGRAPH}`.repeat(100);

it('reads a long text piece by piece into the JSON that it would give in one', async () => {
  const path = desktop.write('long.txt', TEXT);
  expect(await longText(path)).not.toBeNull();
  const { code, stdout } = await desktop.parley('read', path, '--json', '--published', '2025-07-12');
  expect(code).toBe(0);
  expect(stdout === `${JSON.stringify(readText(TEXT, { published: '2025-07-12' }), null, 2)}\n`).toBe(true);
}, 60_000);

it('draws a long text with its figures after its statements', async () => {
  const { stdout } = await desktop.parley('read', desktop.write('long.txt', TEXT));
  const [statements, figures, ...more] = stdout.split('\nFigures\n');
  expect(more).toEqual([]);
  expect(statements?.match(/convoys/g)).toHaveLength(100);
  expect(figures?.match(/^ {2}over 300/gm)).toHaveLength(100);
  expect(stdout.trimEnd()).toMatch(/\n100 statements and 200 figures; 100 sentences not understood$/);
}, 60_000);

it.each([
  ['a short text', 'short.txt', 'The envoy said that it was over.'],
  ['another format', 'long.html', `<html><body><p>${TEXT}</p></body></html>`],
  ['UTF-16', 'wide.txt', Buffer.from(`\ufeff${TEXT.slice(0, 800_000)}`, 'utf16le')],
  ['a bad byte at its end', 'bad.txt', Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff])])],
  ['a NUL', 'binary.txt', `${TEXT}\0`],
  ['nothing but white space', 'blank.txt', ' \n'.repeat(800_000)],
])('leaves %s to who reads a file whole', async (_, name, content) => {
  expect(await longText(desktop.write(name, content))).toBeNull();
});
