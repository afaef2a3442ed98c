import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, newDesktop, REPORT, SECOND_REPORT } from './parley.test-support.ts';

let desktop: Desktop;
beforeAll(async () => {
  desktop = newDesktop();
  desktop.write('inbox/b.txt', REPORT);
  desktop.write('inbox/a/second.md', SECOND_REPORT);
  desktop.write('inbox/list.csv', `text,title\n${SECOND_REPORT.trim().replaceAll(',', ';')},One\nThe crews said no.,Two\n`);
  desktop.write('inbox/photo.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]));
  desktop.write('inbox/torn.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2]));
  desktop.write('inbox/.hidden/c.txt', 'The crews said nothing.');
  expect((await desktop.parley('new', 'talks.parley', '--title', 'Ferry talks')).code).toBe(0);
});
afterAll(() => desktop.remove());

const added = (stdout: string) =>
  JSON.parse(stdout) as { added: { file: string; duplicateOf: string | null }[]; failed: { file: string; cure: string }[] };

describe('adding a folder', () => {
  it('takes in all that can be read, names each file that cannot, sums up and ends with 2', async () => {
    const { code, stdout, stderr } = await desktop.parley('add', 'talks.parley', 'inbox', 'none/*.txt');
    expect(code).toBe(2);
    const lines = stdout.trim().split('\n');
    expect(lines.map((line) => line.split(': ')[0]?.replaceAll('\\', '/'))).toEqual([
      'inbox/a/second.md',
      'inbox/b.txt',
      'inbox/list.csv',
      expect.any(String),
    ]);
    expect(lines[2]).toMatch(/list\.csv: 2 sources added/);
    expect(lines[3]).toMatch(/^4 sources added, 3 not read;/);
    for (const words of ['none/*.txt matches no file', 'photo.png', 'a PNG image', 'torn.docx', 'is damaged'])
      expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('a second time passes over what is there, by a pattern too', async () => {
    const { code, stdout } = await desktop.parley('add', 'talks.parley', 'inbox/*.{csv,txt}', '--json');
    expect(code).toBe(0);
    const { added: again, failed } = added(stdout);
    expect(again.map(({ file, duplicateOf }) => [file.replaceAll('\\', '/'), duplicateOf === null])).toEqual([
      ['inbox/b.txt', false],
      ['inbox/list.csv', false],
      ['inbox/list.csv', false],
    ]);
    expect(failed).toEqual([]);
  });

  it('takes no title for several', async () => {
    const { code, stderr } = await desktop.parley('add', 'talks.parley', 'inbox', '--title', 'One for all');
    expect([code, stderr]).toEqual([2, expect.stringContaining('"One for all" for 5 reports')]);
  });
});

it('several reports in one file are read one after another', async () => {
  const { stdout } = await desktop.parley('read', 'inbox/list.csv', '--json');
  expect(JSON.parse(stdout)).toMatchObject([{ title: 'One', language: 'en' }, { title: 'Two' }]);
  expect((await desktop.parley('read', 'inbox/list.csv', '--text')).stdout.split('\n\f\n')).toHaveLength(2);
});
