/**
 * Counts the reader's cue tables over marked articles and writes `lexicon/cue-counts.ts`:
 * `node --conditions=source bench/_count-cues.ts`. Needs polnear/train below PARLEY_DATA; ships counts only.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cueCandidates } from '../packages/reader/src/attribution/cue-candidates.ts';
import { cueKeys } from '../packages/reader/src/attribution/cue-score.ts';
import { readParagraph } from '../packages/reader/src/grammar/read-paragraph.ts';
import { blocksOf } from '../packages/reader/src/segment/blocks.ts';

type Counts = Map<string, [cues: number, all: number]>;

const root = fileURLToPath(new URL('..', import.meta.url));
const train = join(resolve(root, process.env.PARLEY_DATA ?? '../shared/data'), 'polnear', 'train');
if (!existsSync(train)) {
  console.error(`no marked articles at ${train}; set PARLEY_DATA to the folder that holds polnear/train`);
  process.exit(2);
}
const annotations = readdirSync(join(train, 'attributions')).sort();
const counts: Counts = new Map();
for (const file of readdirSync(join(train, 'text')).sort()) {
  const stem = file.slice(0, -4);
  const marked = annotations.find((name) => name.startsWith(`${stem}_`));
  if (marked) countInto(counts, readFileSync(join(train, 'text', file), 'utf8'), readFileSync(join(train, 'attributions', marked), 'utf8'));
}
writeFileSync(join(root, 'packages', 'reader', 'src', 'lexicon', 'cue-counts.ts'), fileOf(counts));

function countInto(into: Counts, text: string, marks: string): void {
  const cues = cueSpans(text, marks);
  for (const block of blocksOf(text)) {
    const paragraph = readParagraph(text, block);
    for (const sentence of paragraph.sentences) {
      for (const candidate of cueCandidates(sentence.phrases, paragraph.tokens)) {
        const token = paragraph.tokens[candidate.head];
        const place = sentence.within ? 'in' : paragraph.quotationOf[candidate.head] ? 'tr' : 'out';
        const isCue = token !== undefined && cues.some(([start, end]) => start <= token.start && token.end <= end);
        for (const key of cueKeys(candidate, { place, modal: sentence.phrases[candidate.at]?.modal !== undefined })) {
          const sum = into.get(key) ?? [0, 0];
          into.set(key, [sum[0] + (isCue ? 1 : 0), sum[1] + 1]);
        }
      }
    }
  }
}

/** The cues of attributions with content, in UTF-16 code units; the marks count code points. */
function cueSpans(text: string, marks: string): [number, number][] {
  const units: number[] = [0];
  for (const character of text) units.push((units[units.length - 1] as number) + character.length);
  const lines = marks.split('\n').map((line) => line.split('\t'));
  const spans = new Map<string, [number, number][]>();
  for (const [id, where] of lines) {
    if (!id?.startsWith('T') || !where) continue;
    const pairs = where.slice(where.indexOf(' ') + 1).split(';');
    spans.set(
      id,
      pairs.map((pair) => pair.split(' ').map((at) => units[Number(at)] ?? 0) as [number, number]),
    );
  }
  return lines.flatMap(([id, roles]) => {
    if (!id?.startsWith('E') || !roles?.includes('Content')) return [];
    return roles.split(' ').flatMap((role) => (/^Cue\d*:/.test(role) ? (spans.get(role.slice(role.indexOf(':') + 1)) ?? []) : []));
  });
}

function fileOf(all: Counts): string {
  const words = new Map<string, Map<string, string[]>>();
  const rare: Counts = new Map();
  for (const [key, [cues, seen]] of all) {
    const [, word, form, next] = /^w (.+) ([FPGTEJNIM]) (\S+)$/.exec(key) ?? [];
    const sum = word === undefined ? undefined : all.get(`w ${word}`);
    if (word === undefined || form === undefined || next === undefined || !sum || !all.has(`w ${word} ${form}`)) continue;
    if ((sum[0] === 0 && sum[1] < 8) || !/^[a-z][a-z' -]*$|^:$/.test(word)) {
      const before = rare.get(`${form} ${next}`) ?? [0, 0];
      rare.set(`${form} ${next}`, [before[0] + cues, before[1] + seen]);
      continue;
    }
    const forms = words.get(word) ?? new Map<string, string[]>();
    words.set(word, forms);
    forms.set(form, [...(forms.get(form) ?? []), `${next} ${cues === 0 ? '' : cues}/${seen}`]);
  }
  const entries = [...words]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, forms]) => `${word}|${[...forms].map(([form, pairs]) => `${form} ${pairs.sort().join(' ')}`).join('|')}`);
  const plain = ([key, [cues, seen]]: [string, [number, number]]): string => `${key} ${cues}/${seen}`;
  const settings = [...all].filter(([key]) => /^[spmh] /.test(key) && (!key.startsWith('h ') || (all.get(key)?.[1] ?? 0) > 1));
  return `/**
 * How often a word was a cue among how often it was seen: \`say|F that 120/130 np 4/40|G …\` is the
 * word, then for each form (see \`CueCandidate\`) what follows it and the two counts (a cue count of 0 is left out).
 * Counted over political news with hand-marked attributions by \`bench/_count-cues.ts\`; no text of it is here.
 */
export const CUE_COUNTS = \`
${wrapped(entries)}
\`;

/** The same counts of all rarer words together, by form and what follows. */
export const RARE_CUE_COUNTS = \`
${wrapped([...rare].map(plain))}
\`;

/** And of all words by form with: s the subject before, p the place, m a modal, h the subject's main word. */
export const CUE_SETTING_COUNTS = \`
${wrapped(settings.map(plain).sort())}
\`;
`;
}

/** Joined with semicolons in lines of about 1,200 characters. */
function wrapped(entries: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const entry of entries) {
    if (line.length + entry.length > 1200) {
      lines.push(line);
      line = '';
    }
    line += (line ? ';' : '') + entry;
  }
  return [...lines, line].join('\n');
}
