import { readText } from '@parley/reader';
import { afterAll, expect, it } from 'vitest';
import { longText } from './long-text.ts';
import { newDesktop } from './parley.test-support.ts';

const desktop = newDesktop();
afterAll(() => desktop.remove());

const PARAGRAPH = 'The envoy said that “more than 300 trucks” were waiting at the bridge – among them two convoys.\n“Was that all?”\n';
/** White space, which takes no time to read, but for some paragraphs about every place where the file is cut in pieces. */
const CUT_BYTES = 1 << 18;
const PAD = `${' '.repeat(99)}\n`.repeat(CUT_BYTES / 100 - 20);
const TEXT = `${PARAGRAPH.repeat(5)}${`${PAD}${PARAGRAPH.repeat(15)}`.repeat(5)}`;
const TIMES = 80;

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
  expect(statements?.match(/convoys/g)).toHaveLength(TIMES);
  expect(figures?.match(/^ {2}over 300/gm)).toHaveLength(TIMES);
  expect(stdout.trimEnd()).toMatch(new RegExp(`\\n${TIMES} statements and ${2 * TIMES} figures; ${TIMES} sentences not understood$`));
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
