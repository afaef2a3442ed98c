import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDay, isEdtfDate, lastDay } from './edtf-date.ts';
import { Figure } from './figure.ts';
import { KINDS } from './kinds.ts';
import { Label, labelText } from './label.ts';
import { pageAt } from './page-at.ts';
import { Span, spanFits, spanOf } from './span.ts';

describe('dates keep their precision', () => {
  it.each(['2025', '2025-07', '2025-07-12', '2024-02-29', '2000-02-29', '0001-01-01'])('%s is one', (date) => {
    expect(isEdtfDate(date)).toBe(true);
  });

  it.each(['', '25', '2025-7', '2025-13', '2025-00', '2025-02-30', '1900-02-29', '2025-07-00', '2025-07-12T10:00', 'yesterday'])(
    '"%s" is none',
    (date) => {
      expect(isEdtfDate(date)).toBe(false);
    },
  );

  it('agrees with the calendar of the platform on every day of 800 years', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1600, max: 2399 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const there = new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
          expect(isEdtfDate(text)).toBe(there);
          const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
          expect(lastDay(text.slice(0, 7))).toBe(end);
        },
      ),
    );
  });

  it('covers the days it may mean', () => {
    expect([firstDay('2024'), lastDay('2024')]).toEqual(['2024-01-01', '2024-12-31']);
    expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
    expect([firstDay('2024-02-03'), lastDay('2024-02-03')]).toEqual(['2024-02-03', '2024-02-03']);
  });
});

describe('a span', () => {
  it('counts UTF-16 code units, in any script', () => {
    const text = '𝒳 قال «نعم» שלום';
    expect(spanOf(text, 3, 6)).toEqual({ start: 3, end: 6, text: 'قال' });
    expect(() => spanOf(text, 3, 3)).toThrow(RangeError);
    expect(() => spanOf(text, 0, text.length + 1)).toThrow(RangeError);
  });

  it('is refused where its length is not that of its words', () => {
    expect(Span.safeParse({ start: 0, end: 4, text: 'words' }).success).toBe(false);
  });

  it('fits exactly where its words stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        expect(spanFits(spanOf(text, start, end), text)).toBe(true);
        expect(spanFits(spanOf(text, start, end), `${text.slice(0, end - 1)}`)).toBe(false);
      }),
    );
  });
});

describe('labels', () => {
  it('give the first language asked for, then English, then any', () => {
    const label = Label.parse({ ar: 'المساعدات', en: 'Aid' });
    expect(labelText(label, ['ar'])).toBe('المساعدات');
    expect(labelText(label, ['ar-PS'])).toBe('المساعدات');
    expect(labelText(label, ['fr'])).toBe('Aid');
    expect(labelText(Label.parse({ he: 'סיוע' }), ['fr'])).toBe('סיוע');
  });

  it('are never empty', () => {
    expect(Label.safeParse({}).success).toBe(false);
    expect(Label.safeParse({ en: '  ' }).success).toBe(false);
    expect(Label.safeParse({ english: 'Aid' }).success).toBe(false);
  });
});

describe('the words refuse', () => {
  it.each([
    [
      'a position without evidence',
      'position',
      { partyId: 'p', issueId: 'i', optionId: 'o', stance: 'demands', voice: 'official', evidence: [] },
    ],
    [
      'a stance that is none',
      'position',
      { partyId: 'p', issueId: 'i', optionId: 'o', stance: 'likes', voice: 'official', evidence: ['s'] },
    ],
    ['a date that is none', 'proposal', { title: { en: 'P' }, on: '2025-02-30', evidence: ['s'] }],
    [
      'a statement without content',
      'statement',
      { sourceId: 's', speaker: { name: '' }, content: [], strength: 'asserts', status: 'accepted' },
    ],
    ['two options with one id', 'issue', { name: { en: 'I' }, options: ['a', 'a'].map((id) => ({ id, name: { en: id } })) }],
    ['an amount without a unit', 'issue', { name: { en: 'I' }, kind: 'amount' }],
    [
      'a range upside down',
      'figure',
      { sourceId: 's', span: { start: 0, end: 1, text: '9' }, measure: 'm', low: 9, high: 3, status: 'accepted' },
    ],
  ] as const)('%s', (_, kind, body) => {
    expect(KINDS[kind].safeParse(body).success).toBe(false);
  });

  it('but keep a figure with its hedge', () => {
    const figure = Figure.parse({
      sourceId: 's',
      span: { start: 0, end: 4, text: '5000' },
      measure: 'trucks',
      low: 5000,
      high: 5000,
      qualifier: 'over',
      status: 'suggested',
    });
    expect(figure).toMatchObject({ qualifier: 'over', low: 5000, high: 5000 });
  });
});

describe('a place in a paged source', () => {
  const pages = [
    { page: 1, start: 0 },
    { page: 3, start: 40 },
    { page: 4, start: 90 },
  ];

  it('is on the last page that starts before it; blank pages have no text', () => {
    expect([0, 39, 40, 89, 90, 5000].map((place) => pageAt({ pages }, place))).toEqual([1, 1, 3, 3, 4, 4]);
  });

  it('is on none where the source has no pages, and on the first before its text', () => {
    expect([pageAt({}, 3), pageAt({ pages: [] }, 3), pageAt({ pages: [{ page: 2, start: 5 }] }, 0)]).toEqual([null, null, 2]);
  });

  it('agrees with a walk through the pages', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500), { minLength: 1 }), fc.nat(600), (starts, place) => {
        const all = starts.sort((a, b) => a - b).map((start, at) => ({ page: at + 1, start }));
        const walked = all.filter(({ start }) => start <= place).at(-1)?.page ?? 1;
        expect(pageAt({ pages: all }, place)).toBe(walked);
      }),
    );
  });
});

describe('the lexicon of a case', () => {
  it('takes a cue of letters, in English and as an assertion where nothing else is said', () => {
    expect(KINDS.cue.parse({ words: ' signal ' })).toEqual({ words: 'signal', strength: 'asserts', language: 'en', evidence: [] });
    expect(KINDS.cue.safeParse({ words: '…' }).success).toBe(false);
    expect(KINDS.cue.safeParse({ words: 'signal', strength: 'shouts' }).success).toBe(false);
  });

  it('knows what was declined by what was offered', () => {
    const fits = (body: object) => KINDS.declinedOffer.safeParse(body).success;
    expect(fits({ offer: 'alias', partyId: 'north', words: 'the Hill' })).toBe(true);
    expect(fits({ offer: 'alias', words: 'the Hill' })).toBe(false);
    expect(fits({ offer: 'utterance', statements: ['one'] })).toBe(false);
    expect(fits({ offer: 'copy', sources: ['one', 'two'] })).toBe(true);
    expect(fits({ offer: 'rumour', words: 'x' })).toBe(false);
  });
});
