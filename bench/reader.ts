/**
 * How fast the reader reads, beside `compromise` on the same text: reports made up from templates
 * with a fixed seed, 4 MB for the reader and the first twentieth of them for the peer. Memory is
 * the peak of the process after the reader's part, corpus included.
 */
import { readText } from '@parley/reader';

export const name = 'reader';

const SPEAKERS = [
  'The northern delegation',
  'A senior official',
  'Envoy Mara Lind',
  'The coastal alliance',
  'Two people close to the talks',
  'The mediators',
  'Ms. Lind',
  'Foreign minister Odo Varn',
];
const CUES = [
  'said that',
  'insisted that',
  'told the Harbour Post that',
  'warned that',
  'denied that',
  'indicated that',
  'has repeatedly argued that',
  'did not say whether',
];
const CLAIMS = [
  'the ceasefire would hold if the port reopened',
  'more than 1,200 detainees remained in the two camps',
  'the draft left the water question unresolved',
  'its forces would withdraw from the ridge in exchange for guarantees',
  'the other side had walked away from the table',
  'between 20 and 30 trucks a day were crossing the bridge',
];
const QUOTES = [
  'We are closer than we were a week ago',
  'Nobody will sign a map without the river',
  'This is not a proposal, it is a demand',
  'The prisoners come first',
];
const FILLERS = [
  'The talks opened in the spring after months of fighting along the river.',
  'Heavy rain closed the main road for most of the morning.',
  'The two sides have met eleven times since the truce began.',
  'Shops in the old town stayed shut, and the harbour was quiet.',
];

export async function run(): Promise<Record<string, number | string>> {
  const corpus = makeCorpus(4_000_000, 20260712);
  const tokens = countTokens(corpus);
  const slice = corpus.slice(0, corpus.length / 20);
  readText(slice);
  const [reading, seconds] = timed(() => readText(corpus));
  const memoryMegabytes = process.resourceUsage().maxRSS / 1024;
  const { default: nlp } = await import('compromise');
  nlp(slice.slice(0, 20_000)).quotations();
  const [, peerSeconds] = timed(() => nlp(slice).quotations().out('array'));
  return {
    tokens,
    statements: reading.statements.length,
    'reader tokens/s': Math.round(tokens / seconds),
    'reader peak memory MB': Math.round(memoryMegabytes),
    'compromise tokens/s': Math.round(countTokens(slice) / peerSeconds),
    'reader / compromise': Math.round((tokens / seconds / (countTokens(slice) / peerSeconds)) * 10) / 10,
  };
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, (performance.now() - start) / 1000];
}

function makeCorpus(characters: number, seed: number): string {
  const random = seeded(seed);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] as string;
  const paragraphs: string[] = [];
  for (let size = 0; size < characters; ) {
    const sentences: string[] = [];
    for (let i = 0; i < 4; i++) {
      const kind = random();
      if (kind < 0.35) sentences.push(`${pick(SPEAKERS)} ${pick(CUES)} ${pick(CLAIMS)}.`);
      else if (kind < 0.55)
        sentences.push(
          `“${pick(QUOTES)},” ${pick(SPEAKERS).replace(/^[AT](?=\w* )/, (letter) => letter.toLowerCase())} said. “${pick(QUOTES)}.”`,
        );
      else sentences.push(pick(FILLERS));
    }
    const paragraph = sentences.join(' ');
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

function countTokens(text: string): number {
  const pattern = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu;
  let count = 0;
  while (pattern.exec(text)) count++;
  return count;
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
