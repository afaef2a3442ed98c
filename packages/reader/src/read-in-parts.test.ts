import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readInParts } from './read-in-parts.ts';
import { readText } from './read-text.ts';
import type { Reading } from './reading.ts';

const PARAGRAPHS = [
  'The envoy said that the bridge would open. He added that more than 300 trucks were waiting.',
  'Ms. Varn, who leads the council, wrote:',
  '“We have waited for a year.',
  '“Nobody will sign a map without the river,” she said. “The prisoners come first.”',
  'She denied that the talks had failed.',
  'Two officials told the Harbour Post that the ceasefire would hold if the port reopened.',
  '  ',
  'Shops in the old town stayed shut\r',
];

/** Paragraphs over and over, some of them longer than what is read as one. */
const text = fc
  .record({
    order: fc.array(fc.nat(PARAGRAPHS.length - 1), { minLength: 20, maxLength: 60 }),
    joint: fc.constantFrom('\n', '\n\n', ' ', '\n  \n'),
    times: fc.constantFrom(1, 10, 60),
  })
  .map(({ order, joint, times }) =>
    Array(times)
      .fill(order.map((at) => PARAGRAPHS[at]).join(joint))
      .join(joint),
  );

function taken(parts: Iterable<Reading>): Reading {
  const whole: Reading = { statements: [], figures: [], language: '', unread: [] };
  for (const { statements, figures, language, unread } of parts) {
    whole.statements.push(...statements);
    whole.figures.push(...figures);
    whole.unread.push(...unread);
    whole.language = language;
  }
  return whole;
}

function* piecesOf(words: string, lengths: readonly number[]): Generator<string> {
  for (let at = 0, i = 0; at < words.length; i++) {
    const length = lengths[i % lengths.length] as number;
    yield words.slice(at, at + length);
    at += length;
  }
}

it('reads in parts what it reads in the whole, wherever the pieces are cut', () => {
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 5 }), (words, lengths) => {
      fc.pre(words.length / Math.min(...lengths) < 2000);
      expect(taken(readInParts(piecesOf(words, lengths)))).toEqual(readText(words));
    }),
    { numRuns: 25 },
  );
}, 60_000);

it('takes a quotation that goes on in the next part for one statement', () => {
  const filler = 'Heavy rain closed the main road for most of the morning.\n'.repeat(1130);
  const words = `${filler}Ms. Varn wrote:\n“We have waited for a year.\n“Nobody will sign a map without the river.”\n`;
  for (const cut of [words.indexOf('“We'), words.indexOf('“Nobody'), words.indexOf('map')]) {
    const [statement, ...others] = taken(readInParts([words.slice(0, cut), words.slice(cut)])).statements;
    expect(others).toEqual([]);
    expect(statement?.content.map((span) => words.slice(span.start, span.end))).toEqual([
      '“We have waited for a year.',
      '“Nobody will sign a map without the river.”',
    ]);
  }
});

it('holds no more of the text than it reads at once', () => {
  let [asked, behind] = [0, 0];
  function* pieces(): Generator<string> {
    for (; asked < 60; asked++) yield `${PARAGRAPHS[0]}\n`.repeat(500);
  }
  let parts = 0;
  for (const part of readInParts(pieces())) {
    parts++;
    const end = part.statements.at(-1)?.content.at(-1)?.end ?? 0;
    behind = Math.max(behind, (asked + 1) * 500 * ((PARAGRAPHS[0] as string).length + 1) - end);
  }
  expect(parts).toBeGreaterThan(30);
  expect(behind).toBeLessThan(200_000);
});

it('gives a text without words one empty part', () => {
  expect([...readInParts(['  \n', ''])]).toEqual([{ statements: [], figures: [], language: 'und', unread: [] }]);
});
