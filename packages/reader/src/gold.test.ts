import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadGold, parseGold } from '../gold/load-gold.ts';
import { figureOf, type GoldScore, type Measure, scoreReport, worstReports } from '../gold/score-gold.ts';
import { readText } from './read-text.ts';
import type { ReadStatement } from './reading.ts';

const reports = loadGold(fileURLToPath(new URL('../gold/reports', import.meta.url)));
/** No rule was made after these; `npm run bench -- gold` scores them apart. */
const heldOut = loadGold(fileURLToPath(new URL('../gold/held-out', import.meta.url)));
const all = reports.map((report) => scoreReport(report, readText(report.text)));
const scores = all.filter((score) => score.language === 'en');

/**
 * .03 below what was measured when last raised (.1 for the last three, of some twenty cases each); to be raised
 * with the reader. Shares are of the statements found, so that a reader that finds harder ones may lose
 * there: then say so where a floor is lowered. The other floors only rise.
 */
const FLOORS: Readonly<Record<Measure, number>> = {
  content: 0.745,
  source: 0.755,
  cue: 0.755,
  attribution: 0.69,
  figures: 0.94,
  strength: 0.945,
  anonymity: 0.87,
  speech: 0.955,
  antecedent: 0.75,
  condition: 0.74,
  relays: 0.59,
};

describe('the gold set', () => {
  it('holds at least forty reports, of every kind and language that is read', () => {
    expect(reports.length).toBeGreaterThanOrEqual(40);
    expect(scores.length).toBeGreaterThanOrEqual(34);
    expect(new Set(reports.map((report) => report.kind)).size).toBeGreaterThanOrEqual(11);
    expect(new Set(reports.map((report) => report.language))).toEqual(new Set(['ar', 'en', 'es', 'fr', 'he', 'ru', 'uk']));
  });

  it('has ten reports more that are held out, marked in the same way', () => {
    expect(heldOut).toHaveLength(10);
    for (const { text, statements } of heldOut)
      for (const { content } of statements) for (const span of content) expect(span.text).toBe(text.slice(span.start, span.end));
  });

  it.each(Object.entries(FLOORS) as [Measure, number][])('is read with %s of at least %f', (measure, floor) => {
    const figure = figureOf(scores, measure);
    expect(figure, `${measure} is ${figure.toFixed(3)}; worst:\n${worstReports(scores, measure, 3)}`).toBeGreaterThanOrEqual(floor);
  });

  it('has no denial or refusal to say that is read as an assertion, in any language', () => {
    expect(all.flatMap((score) => score.asserted.map((words) => `${score.name}: ${words}`))).toEqual([]);
  });
});

const SMALL = `kind: wire
language: en

The guild's envoy denied that "any map" was signed if the bridge stays shut. He counts over 40 boats.

----
denies: {who The guild's envoy} {cue denied} that {what "any map" was signed {if if the bridge stays shut}}
figure over 40 | boats: {n over 40} boats
`;

describe('a marked report', () => {
  it('has its marks at their characters', () => {
    const { text, statements, figures } = parseGold('small', SMALL);
    const [statement] = statements;
    expect(statement?.content.map((span) => text.slice(span.start, span.end))).toEqual(['"any map" was signed if the bridge stays shut']);
    expect(statement?.condition?.text).toBe('if the bridge stays shut');
    expect(statement?.speech).toBe('mixed');
    expect(figures[0]).toMatchObject({ low: 40, high: 40, qualifier: 'over', measure: 'boats', scope: null });
  });

  it.each([
    ['words that are not there', SMALL.replace('{what "any', '{what "no'), /does not stand in the report/],
    [
      'words that stand twice',
      SMALL.replace('shut. He', 'shut. The envoy denied. The guild\'s envoy denied that "any map" was signed if the bridge stays shut. He'),
      /more than once/,
    ],
    ['an unknown strength', SMALL.replace('denies:', 'doubts:'), /small: /],
    ['an open brace', SMALL.replace('shut}}', 'shut}'), /is not closed/],
    ['an unknown mark', SMALL.replace('{cue ', '{clue '), /none of who, cue/],
    ['a relay that the text does not name', SMALL.replace('denies:', 'denies via the Gazette:'), /"the Gazette" does not stand/],
    ['no statement', SMALL.replace('{what ', '{who '), /no \{what/],
    ['no marks', SMALL.replace('----', '---'), /no line of four hyphens/],
    ['no kind', SMALL.replace('kind:', 'sort:'), /no "kind/],
  ])('is refused for %s', (_fault, file, message) => {
    expect(() => parseGold('small', file)).toThrow(message);
  });
});

describe('the score of a report', () => {
  const report = parseGold('small', SMALL);
  const [marked] = report.statements;
  const given = (change: Partial<ReadStatement>): ReadStatement => ({
    source: marked?.source[0] ?? null,
    speaker: { name: "The guild's envoy", anonymous: false, antecedent: null, role: null },
    relays: [],
    cue: marked?.cue[0] ?? null,
    content: marked?.content ?? [],
    condition: marked?.condition ?? null,
    strength: 'denies',
    speech: 'mixed',
    voice: null,
    saidOn: null,
    links: [],
    confidence: 1,
    ...change,
  });
  const scored = (...statements: ReadStatement[]): GoldScore =>
    scoreReport(report, { statements, figures: [], language: 'en', unread: [] });

  it('is 1 where the reading is the same', () => {
    const score = scored(given({}));
    for (const measure of ['content', 'source', 'cue', 'attribution', 'strength', 'anonymity', 'speech', 'condition'] as const)
      expect(figureOf([score], measure), measure).toBe(1);
    expect(figureOf([score], 'figures')).toBe(0);
  });

  it('counts what was added against it', () => {
    const elsewhere = { start: report.text.indexOf('He counts'), end: report.text.length, text: 'He counts over 40 boats.' };
    expect(figureOf([scored(given({}), given({ content: [elsewhere] }))], 'content')).toBeCloseTo(2 / 3);
  });

  it('takes a span that shares half of its words and none that shares less', () => {
    const { text } = report;
    const from = text.indexOf('was signed');
    const end = marked?.content[0]?.end ?? 0;
    const half = { start: from, end, text: text.slice(from, end) };
    expect(figureOf([scored(given({ content: [half] }))], 'content')).toBe(1);
    const less = { start: from, end: from + 3, text: 'was' };
    expect(figureOf([scored(given({ content: [less] }))], 'content')).toBe(0);
  });

  it('names a denial that was read as an assertion', () => {
    const score = scored(given({ strength: 'asserts' }));
    expect(score.asserted).toHaveLength(1);
    expect(figureOf([score], 'strength')).toBe(0);
    expect(worstReports([score], 'strength', 1)).toContain('asserts: denies');
  });

  it('asks for the source too in the whole attribution', () => {
    expect(figureOf([scored(given({ source: null }))], 'attribution')).toBe(0);
  });
});
