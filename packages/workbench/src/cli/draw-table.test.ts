import { foldEntries, type StanceView, type TableView } from '@parley/model';
import { expect, it } from 'vitest';
import { drawTable } from './draw-table.ts';
import { stringWidth } from './terminal/string-width.ts';

const record = foldEntries([]);

const stance: Omit<StanceView, 'stance'> = {
  optionId: 'un',
  voice: 'official',
  factionId: null,
  from: '2031-07-04',
  witnesses: 2,
  positions: ['p1'],
  contested: false,
  beyondMandate: null,
};

const table: TableView = {
  heldOn: '2031-07-12',
  columns: [
    { id: 'a', kind: 'party', name: { ar: 'اتحاد إلدوفيا' }, mandates: [] },
    {
      id: 'b',
      kind: 'party',
      name: { ja: '東海連合' },
      mandates: [
        { mandateId: 'm', delegationId: 'd', delegation: { en: 'D' }, mayDecide: [], to: '2031-06', state: 'expired', evidence: ['s'] },
      ],
    },
    { id: 'c', kind: 'thirdParty', name: { en: 'Mission\u001b[2J' }, mandates: [] },
  ],
  rows: [
    {
      id: 'aid',
      name: { en: 'Aid' },
      kind: 'choice',
      options: [{ id: 'un', name: { en: 'Through established organisations' } }],
      convergence: { options: 1, rejectedByNone: 0, acceptableToAll: 0 },
    },
  ],
  cells: [
    {
      partyId: 'a',
      issueId: 'aid',
      stances: [
        { ...stance, stance: 'demands' },
        { ...stance, stance: 'mayAccept', from: null, voice: 'anonymous', witnesses: 1, contested: true },
      ],
      suggested: 3,
      movement: { firstStated: '2031-07-01', lastMoved: '2031-07-04', lines: [] },
    },
    {
      partyId: 'b',
      issueId: 'aid',
      stances: [{ ...stance, stance: 'redLine', beyondMandate: 'expired' }],
      suggested: 0,
      movement: { firstStated: null, lastMoved: null, lines: [] },
    },
  ],
  counts: { sources: 1, accepted: 3, suggested: 3 },
  days: [],
  compartments: ['public'],
};

const words = (width: number): string => drawTable(table, record, { width, colour: false }).join('\n').replace(/\s+/g, ' ');

it('names stances in the words of the design, each with date, voice and number of sources', () => {
  const drawn = words(300);
  expect(drawn).toContain('demands: Through established organisations');
  expect(drawn).toContain('2031-07-04, official, 2 sources');
  expect(drawn).toContain('may accept: Through established organisations');
  expect(drawn).toContain('undated, anonymous, 1 source ');
  expect(drawn).toContain('red line: Through established organisations');
});

it('marks what is contested, beyond the mandate, moved and still suggested, and gives convergence as two counts', () => {
  const drawn = words(300);
  for (const mark of ['contested', 'beyond mandate: it has expired', 'mandate expired 2031-06', 'last moved 2031-07-04', '3 suggested']) {
    expect(drawn).toContain(mark);
  }
  expect(drawn).toContain('0 rejected by none');
  expect(drawn).toContain('0 acceptable to all');
  expect(drawn).not.toMatch(/%|score/);
});

it.each([200, 100, 72, 40])('fits %d columns, whatever the scripts', (width) => {
  const lines = drawTable(table, record, { width, colour: false });
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  expect(lines.join('\n')).toContain('東海連合');
});

it('lets no name drive the terminal, and colours only where asked', () => {
  expect(drawTable(table, record, { width: 100, colour: false }).join('')).not.toContain('\u001b');
  expect(drawTable(table, record, { width: 100, colour: true }).join('')).toContain('\u001b[1m');
});
