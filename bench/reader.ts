/**
 * How fast the reader reads, beside `compromise` and winkNLP on the same text: reports made up from
 * templates with a fixed seed, 4 MB for the reader and the first twentieth of them for the peers.
 * winkNLP finds tokens, sentences and parts of speech only, with its small model of English; it has
 * no attribution. Memory is the peak of the process after the reader's part, corpus included.
 */
import { readText } from '@parley/reader';
import { makeCorpus } from './_made-up-reports.ts';

export const name = 'reader';

export async function run(): Promise<Record<string, number | string>> {
  const corpus = makeCorpus(4_000_000, 20260712);
  const tokens = countTokens(corpus);
  const slice = corpus.slice(0, corpus.length / 20);
  readText(slice);
  const before = process.cpuUsage();
  const [reading, seconds] = timed(() => readText(corpus));
  const processorSeconds = process.cpuUsage(before).user / 1e6;
  const memoryMegabytes = process.resourceUsage().maxRSS / 1024;
  const { default: nlp } = await import('compromise');
  nlp(slice.slice(0, 20_000)).quotations();
  const [, peerSeconds] = timed(() => nlp(slice).quotations().out('array'));
  const tag = await winkTagger();
  tag(slice.slice(0, 20_000));
  const [, winkSeconds] = timed(() => tag(slice));
  return {
    tokens,
    statements: reading.statements.length,
    'reader tokens/s': Math.round(tokens / seconds),
    'reader tokens per second of the processor': Math.round(tokens / processorSeconds),
    'reader peak memory MB': Math.round(memoryMegabytes),
    'compromise tokens/s': Math.round(countTokens(slice) / peerSeconds),
    'reader / compromise': Math.round((tokens / seconds / (countTokens(slice) / peerSeconds)) * 10) / 10,
    'winkNLP tokens/s, parts of speech only': Math.round(countTokens(slice) / winkSeconds),
  };
}

/** Gives how many words of a text winkNLP takes for verbs. */
async function winkTagger(): Promise<(text: string) => number> {
  const [{ default: start }, { default: model }] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]);
  const wink = start(model, ['sbd', 'pos']);
  return (text) =>
    wink
      .readDoc(text)
      .tokens()
      .out(wink.its.pos)
      .filter((pos) => String(pos) === 'VERB').length;
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, (performance.now() - start) / 1000];
}

function countTokens(text: string): number {
  const pattern = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu;
  let count = 0;
  while (pattern.exec(text)) count++;
  return count;
}
