/** How well the reader reads our own marked reports (packages/reader/gold), in all, by kind of report and by language; ten held out apart. */
import { fileURLToPath } from 'node:url';
import { readText } from '@parley/reader';
import { loadGold } from '../packages/reader/gold/load-gold.ts';
import { figureOf, type GoldScore, SHARES, SPAN_MEASURES, scoreReport } from '../packages/reader/gold/score-gold.ts';

export const name = 'gold';

export async function run(): Promise<Record<string, number | string>> {
  const reports = loadGold(fileURLToPath(new URL('../packages/reader/gold/reports', import.meta.url)));
  const scores = reports.map((report) => scoreReport(report, readText(report.text)));
  const english = scores.filter((score) => score.language === 'en');
  const figures: Record<string, number | string> = {
    'English reports': english.length,
    'English statements': sum(english, 'attribution'),
    'English figures': sum(english, 'figures'),
  };
  for (const measure of SPAN_MEASURES) figures[`${measure} F1`] = rounded(figureOf(english, measure));
  for (const measure of SHARES) figures[`${measure} right`] = `${rounded(figureOf(english, measure))} of ${sum(english, measure)}`;
  figures['denials and refusals told as assertions'] = english.reduce((count, score) => count + score.asserted.length, 0);
  for (const kind of [...new Set(english.map((score) => score.kind))].sort())
    figures[kind] = inBrief(english.filter((score) => score.kind === kind));
  const held = loadGold(fileURLToPath(new URL('../packages/reader/gold/held-out', import.meta.url))).map((report) =>
    scoreReport(report, readText(report.text)),
  );
  figures['held out'] = inBrief(held);
  for (const measure of SHARES) figures[`held out: ${measure} right`] = `${rounded(figureOf(held, measure))} of ${sum(held, measure)}`;
  figures['held out: denials and refusals told as assertions'] = held.reduce((count, score) => count + score.asserted.length, 0);
  for (const score of scores) if (score.language !== 'en') figures[`language ${score.language}`] = inBrief([score]);
  return figures;
}

function inBrief(scores: readonly GoldScore[]): string {
  const { length } = scores;
  return `${length} ${length === 1 ? 'report' : 'reports'}: ${SPAN_MEASURES.map((measure) => `${measure} ${rounded(figureOf(scores, measure))}`).join(', ')}`;
}

function sum(scores: readonly GoldScore[], measure: Parameters<typeof figureOf>[1]): number {
  return scores.reduce((total, score) => total + score.tallies[measure].marked, 0);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
