import { checkSchedule, type ExchangeFile, readExchange } from '@parley/methods';
import { extractAll } from '@parley/reader';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportSchedule } from './export-schedule.ts';
import { readExchangeFile } from './read-exchange-file.ts';

const stamp = new Date('2025-01-10T08:00:00Z');

const file = readExchange({
  title: 'Handover, "first" part; A & B',
  parties: [
    { id: 'n', name: 'North, united' },
    { id: 's', name: 'الجنوب' },
  ],
  items: [
    { id: 'posts', name: '=posts', giver: 'n', count: 4, cost: [1, 2], value: 3, verification: { days: 2 }, durationDays: 1 },
    { id: 'prisoners', giver: 's', count: 6, tranche: 3, cost: 1, value: 2 },
  ],
  phases: [{ id: 'I', from: 'D+1', to: 'D+14', items: ['posts', 'prisoners'], condition: 'once the ceasefire < a week old holds' }],
  schedule: [
    { day: 'D+1', deliver: { posts: 2 } },
    { day: 'D+5', deliver: { prisoners: 6 } },
    { day: 'D+9', deliver: { posts: 2 } },
  ],
});

function exported({ exchange, schedule }: ExchangeFile, format: 'ics' | 'csv' | 'xlsx' | 'json' | 'docx'): string | Uint8Array {
  return exportSchedule(exchange, checkSchedule(exchange, schedule ?? []), format, { firstDay: '2025-01-19', stamp });
}

describe('a schedule as a calendar', () => {
  const lines = String(exported(file, 'ics')).split('\r\n');
  const unfolded = lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n');

  it('has an event on each day, and on the day of each verification', () => {
    expect(unfolded.filter((line) => line.startsWith('DTSTART'))).toEqual(
      ['20250120', '20250123', '20250124', '20250128', '20250131'].map((day) => `DTSTART;VALUE=DATE:${day}`),
    );
    // Giving takes from D+1 to D+2, and the end of an all-day event is the day after.
    expect(unfolded.find((line) => line.startsWith('DTEND'))).toBe('DTEND;VALUE=DATE:20250122');
    expect(unfolded).toContain('SUMMARY:1. North\\, united: 2 =posts');
  });

  it('is RFC 5545: lines of at most 75 bytes that end in CRLF, unique ids, the same for the same schedule', () => {
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
    const ids = unfolded.filter((line) => line.startsWith('UID'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(String(exported(file, 'ics'))).toBe(lines.join('\r\n'));
  });

  it('asks for the day that D stands for', () => {
    const check = checkSchedule(file.exchange, file.schedule ?? []);
    expect(() => exportSchedule(file.exchange, check, 'ics', { stamp })).toThrow('a calendar needs the day');
  });
});

describe('a schedule as an annex', () => {
  it('is a Word file whose table says step, day, who, to whom, what and until when verified; and no weights', async () => {
    const bytes = exported(file, 'docx') as Uint8Array;
    const [{ text } = { text: '' }] = await extractAll(bytes, { fileName: 'annex.docx' });
    expect(text).toContain('Handover, "first" part; A & B');
    expect(text).toContain('once the ceasefire < a week old holds');
    for (const words of ['D+1 to D+2', 'North, united', 'الجنوب', '2 =posts', '6 prisoners', 'D+4']) expect(text).toContain(words);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
    expect(xml.match(/<w:tr>/g)).toHaveLength(4);
    expect(xml).not.toMatch(/deposit|exposure|margin/);
  });
});

describe('a schedule as a spreadsheet', () => {
  it.each(['csv', 'xlsx'] as const)('reads back from %s with the same steps, needs and exposures', async (format) => {
    const body = exported(file, format);
    const again = await readExchangeFile(typeof body === 'string' ? Buffer.from(body) : body, `schedule.${format}`);
    const [before, after] = [file, again].map(({ exchange, schedule }) => checkSchedule(exchange, schedule ?? []));
    expect(after?.steps).toEqual(before?.steps);
    expect(after?.deposits).toEqual(before?.deposits);
    expect(after?.exposure).toEqual(before?.exposure);
  });

  it('keeps text as text in the workbook, and disarms formulas in CSV', () => {
    const named = readExchange({ A: { '=1+1': { cost: 1, value: 2 } }, B: { b: { cost: 1, value: 2 } }, order: ['=1+1', 'b'] });
    const sheet = strFromU8(unzipSync(exported(named, 'xlsx') as Uint8Array)['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(sheet).toContain('<t xml:space="preserve">=1+1</t>');
    expect(sheet).not.toContain('<f>');
    expect(String(exported(named, 'csv'))).toContain("'=1+1");
  });
});

describe('a schedule as JSON', () => {
  it('reads back as the whole exchange', () => {
    const again = readExchange(JSON.parse(String(exported(file, 'json'))));
    expect(again.exchange).toEqual(file.exchange);
    expect(again.schedule).toEqual(file.schedule);
  });
});
