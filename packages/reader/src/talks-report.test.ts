import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spanFits } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';
import type { ReadStatement } from './reading.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const file = resolve(root, process.env.PARLEY_DATA ?? '../shared/data', 'reports', 'gaza-talks-2025-07.txt');
const present = existsSync(file);
if (!present) console.warn(`skipped: no report at ${file}; set PARLEY_DATA to the folder that holds reports/`);

/** Speaker ('' for none), words of the content, and the relay where there is one. */
const EXPECTED: readonly (readonly [speaker: string, words: readonly string[], relay?: string])[] = [
  ['Palestinian officials', ['are collapsing']],
  ['Palestinian officials', ['close to unraveling']],
  ['senior official', ['bought time'], 'BBC'],
  ['Netanyahu', ['optimism']],
  ['Netanyahu', ['would release', 'temporary truce']],
  ['Palestinian sources', ['remain unresolved']],
  ['Hamas', ['established international organizations']],
  ['Israel', ['Gaza Humanitarian Foundation']],
  ['Israeli representatives', ['buffer zone']],
  ['Hamas', ['maps', 'deceptive'], 'reports'],
  ['Palestinian negotiators', ['façade']],
  ['they', ['forced displacement']],
  ['', ['humanitarian city', 'expulsion']],
  ['the Palestinian side', ['the U.S.', 'genuine concessions']],
  ['Mediators', ['failure', 'heightened humanitarian crisis']],
  ['sources', ['slender chance']],
];

describe.skipIf(!present)('the report that the project started from', () => {
  const text = present ? readFileSync(file, 'utf8') : '';
  const reading = readText(text);
  const matches = ([speaker, words, relay]: (typeof EXPECTED)[number], statement: ReadStatement): boolean => {
    const content = statement.content.map((span) => span.text).join(' ');
    return (
      (speaker === ''
        ? statement.source === null
        : statement.source?.text.includes(speaker) === true && statement.source.text.length < speaker.length + 12) &&
      words.every((word) => content.includes(word)) &&
      (relay === undefined || statement.relays.some((one) => one.name.includes(relay)))
    );
  };

  it.each(EXPECTED.map((expected) => ({ expected, speaker: expected[0], words: expected[1] })))(
    'finds what $speaker said of $words',
    ({ expected }) => {
      expect(reading.statements.filter((statement) => matches(expected, statement))).toHaveLength(1);
    },
  );

  it('finds at most three others', () => {
    expect(reading.statements.filter((statement) => !EXPECTED.some((expected) => matches(expected, statement))).length).toBeLessThanOrEqual(
      3,
    );
  });

  it('keeps one party’s stance out of the other’s statement', () => {
    const hamas = reading.statements.find((statement) => matches(['Hamas', ['international organizations']], statement));
    expect(hamas?.content.map((span) => span.text).join(' ')).not.toContain('Foundation');
  });

  it('resolves who “they” are', () => {
    const claim = reading.statements.find((statement) => statement.source?.text === 'they');
    expect(claim?.speaker.antecedent?.text).toBe('Palestinian negotiators');
  });

  it('takes the fatalities with qualifier and scope', () => {
    const figure = reading.figures.find((one) => one.low === 57_000);
    expect(figure).toMatchObject({
      high: 57_000,
      qualifier: 'over',
      measure: expect.stringContaining('fatalities'),
      scope: expect.stringContaining('Gaza'),
    });
    expect(figure?.since).toContain('since');
  });

  it('gives spans of the text only', () => {
    for (const statement of reading.statements) {
      for (const span of [statement.source, statement.cue, statement.condition, statement.speaker.antecedent, ...statement.content]) {
        if (span) expect(spanFits(span, text)).toBe(true);
      }
    }
  });
});
