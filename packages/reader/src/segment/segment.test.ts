import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';
import { matchQuotes } from './match-quotes.ts';
import { splitSentences } from './split-sentences.ts';
import { tokenize } from './tokenize.ts';

const words = (text: string): string[] => tokenize(text).map((token) => token.text);
const quoted = (text: string): string[] => {
  const tokens = tokenize(text);
  return matchQuotes(tokens, text).map((quotation) => text.slice(tokens[quotation.first]?.start, tokens[quotation.last]?.end));
};
const sentences = (text: string): string[] => {
  const tokens = tokenize(text);
  return splitSentences(tokens, matchQuotes(tokens, text)).map((sentence) =>
    text.slice(tokens[sentence.from]?.start, tokens[sentence.to - 1]?.end),
  );
};

describe('tokens', () => {
  it('keep abbreviations, numbers and hyphens whole and set clitics apart', () => {
    expect(words("Mr. Varn's U.S. aide didn't see 57,000 in the 1990s at 10:30.")).toEqual([
      'Mr.',
      'Varn',
      "'s",
      'U.S.',
      'aide',
      'did',
      "n't",
      'see',
      '57,000',
      'in',
      'the',
      '1990s',
      'at',
      '10:30',
      '.',
    ]);
    expect(words('a 2-year-old cease-fire')).toEqual(['a', '2-year-old', 'cease-fire']);
  });

  it('cover every character that is not white space, once and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let at = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(at, token.start).trim()).toBe('');
          expect(text.slice(token.start, token.end)).toBe(token.text);
          at = token.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});

describe('quotations', () => {
  it.each([
    ['She said “no” twice.', ['no']],
    ['She said "no" twice.', ['no']],
    ["She said ''not now'' twice.", ['not now']],
    ['Elle a dit « pas encore » hier.', ['pas encore']],
    ['Er sagte „noch nicht“ gestern.', ['noch nicht']],
    ['Он сказал: «пока нет».', ['пока нет']],
    ['قال الوزير "لن نوقع" اليوم.', ['لن نوقع']],
    ['قال الوزير «لن نوقع» اليوم.', ['لن نوقع']],
    ['השר אמר "לא נחתום" היום.', ['לא נחתום']],
    ['彼は「まだだ」と言った。', ['まだだ']],
    ['The ridge’s owner and the Varns’ house.', []],
    ['She said “they told us ‘never’ again”.', ['they told us ‘never’ again']],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

describe('sentences', () => {
  it('do not end at abbreviations or inside quotations', () => {
    expect(sentences('Mr. Varn left. “A truce. A map,” he said. “No more.” It rained.')).toEqual([
      'Mr. Varn left.',
      '“A truce. A map,” he said.',
      '“No more.”',
      'It rained.',
    ]);
    expect(sentences('“Really?” Ms. Lind asked. “Yes.”')).toEqual(['“Really?” Ms. Lind asked.', '“Yes.”']);
    expect(sentences('He left the U.S. The talks went on.')).toEqual(['He left the U.S.', 'The talks went on.']);
  });
});

describe('blocks', () => {
  it('are lines, or paragraphs where lines are wrapped by hand', () => {
    const lines = 'First.\n\n Second. \r\nThird.';
    expect([...blocksOf(lines)].map((block) => lines.slice(block.start, block.end))).toEqual(['First.', 'Second.', 'Third.']);
    const line = 'the delegation went on to speak of the river and of the bridge that';
    const wrapped = `${Array.from({ length: 8 }, () => line).join('\n')}\n\n${Array.from({ length: 3 }, () => line).join('\n')}`;
    expect([...blocksOf(wrapped)]).toHaveLength(2);
  });
});
