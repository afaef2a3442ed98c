/**
 * What the reader's confidence means: of the statements of each tenth, how many had source and
 * content right, on PolNeAR's training articles, which its cue counts are from, and on its
 * development articles, which nothing is from. Skips with a reason where the data is absent.
 */
import { readText } from '@parley/reader';
import { iou, pairUp, type WordSet, wordSets } from '../packages/reader/gold/word-sets.ts';
import { type MarkedArticle, markedArticles } from './_marked-articles.ts';

export const name = 'reliability';

export async function run(): Promise<Record<string, number | string>> {
  const figures: Record<string, number | string> = {};
  for (const part of ['train', 'dev']) {
    const articles = markedArticles(part);
    if (typeof articles === 'string') return { skipped: articles };
    for (const [tenth, { right, all }] of [...countTenths(articles)].sort(([a], [b]) => a - b))
      figures[`${part} ${(tenth / 10).toFixed(1)}-${((tenth + 1) / 10).toFixed(1)}`] = `${(right / all).toFixed(2)} of ${all}`;
  }
  return figures;
}

function countTenths(articles: readonly MarkedArticle[]): Map<number, { right: number; all: number }> {
  const tenths = new Map<number, { right: number; all: number }>();
  for (const { text, marked } of articles) {
    const setOf = wordSets(text);
    const { statements } = readText(text);
    const ours = marked.map((one) => ({ source: setOf(one.source), content: setOf(one.content) }));
    const theirs = statements.map((one) => ({ source: setOf(one.source ? [one.source] : []), content: setOf(one.content) }));
    const found = new Set(
      pairUp(ours, theirs, (a, b) => (sameSource(a.source, b.source) ? half(a.content, b.content) : 0)).map(([, j]) => j),
    );
    for (const [j, { confidence }] of statements.entries()) {
      const tenth = Math.min(9, Math.floor(confidence * 10 + 1e-9));
      const sum = tenths.get(tenth) ?? { right: 0, all: 0 };
      sum.all++;
      if (found.has(j)) sum.right++;
      tenths.set(tenth, sum);
    }
  }
  return tenths;
}

function sameSource(a: WordSet, b: WordSet): boolean {
  return a.size + b.size === 0 || half(a, b) > 0;
}

function half(a: WordSet, b: WordSet): number {
  const share = iou(a, b);
  return share >= 0.5 ? share : 0;
}
