/** The hand-marked articles of PolNeAR, as the reader's benchmarks compare them with what it reads. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Stretch {
  start: number;
  end: number;
}

/** An article with its marked attributions, in UTF-16 code units. */
export interface MarkedArticle {
  text: string;
  marked: { source: Stretch[]; content: Stretch[] }[];
}

/** The articles of `part` (`train` or `dev`) below PARLEY_DATA; a sentence that says why where there are none. */
export function markedArticles(part: string): MarkedArticle[] | string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const folder = join(resolve(root, process.env.PARLEY_DATA ?? '../shared/data'), 'polnear', part);
  if (!existsSync(folder)) return `no marked articles at ${folder}; set PARLEY_DATA to the folder that holds polnear/${part}`;
  const marks = readdirSync(join(folder, 'attributions')).sort();
  return readdirSync(join(folder, 'text'))
    .sort()
    .flatMap((file) => {
      // Where an article was marked by several people, the first by name counts.
      const first = marks.find((name) => name.startsWith(`${file.slice(0, -4)}_`));
      if (first === undefined) return [];
      const text = readFileSync(join(folder, 'text', file), 'utf8');
      return [{ text, marked: markedIn(text, readFileSync(join(folder, 'attributions', first), 'utf8')) }];
    });
}

function markedIn(text: string, lines: string): MarkedArticle['marked'] {
  const units = [0];
  for (const character of text) units.push((units.at(-1) as number) + character.length);
  const rows = lines.split('\n').map((line) => line.split('\t'));
  const spans = new Map<string, Stretch[]>();
  for (const [id = '', where = ''] of rows) {
    if (!id.startsWith('T')) continue;
    const pairs = where.slice(where.indexOf(' ') + 1).split(';');
    spans.set(
      id,
      pairs.map((pair) => {
        const [start, end] = pair
          .trim()
          .split(' ')
          .map((at) => units[Number(at)] ?? 0);
        return { start: start as number, end: end as number };
      }),
    );
  }
  const marked: MarkedArticle['marked'] = [];
  for (const [id = '', event = ''] of rows) {
    if (!id.startsWith('E')) continue;
    const of = (role: string): Stretch[] =>
      event.split(' ').flatMap((part) => {
        const match = /^(Source|Content)\d*:(T\d+)$/.exec(part);
        return match?.[1] === role ? (spans.get(match[2] as string) ?? []) : [];
      });
    if (of('Content').length > 0) marked.push({ source: of('Source'), content: of('Content') });
  }
  return marked;
}
