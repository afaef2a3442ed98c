import { createHash } from 'node:crypto';
import type { Exchange, ExchangeCheck } from '@parley/methods';
import { UserError } from '@parley/model';
import { deliveryText } from './exchange-results.ts';

/**
 * A schedule as a calendar (RFC 5545): an all-day event for each step, and one on the day by which it is verified.
 *
 * @param firstDay the day that D stands for, as `2025-01-19`
 * @param stamp when the calendar was made
 */
export function icsCalendar(exchange: Exchange, check: ExchangeCheck, { firstDay, stamp }: { firstDay: string; stamp: Date }): string {
  const start = Date.parse(`${firstDay}T00:00:00Z`);
  if (!Number.isFinite(start)) throw new UserError(`"${firstDay}" is not a day`, { cure: 'write a day of the calendar: 2025-01-19' });
  const dateOf = (day: number): string => new Date(start + Math.floor(day) * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');
  const stamped = `${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const event = (key: string, fromDay: number, toDay: number, summary: string): string[] => [
    'BEGIN:VEVENT',
    `UID:${createHash('sha256')
      .update(JSON.stringify([exchange.title, firstDay, key]))
      .digest('hex')
      .slice(0, 32)}@parley`,
    `DTSTAMP:${stamped}`,
    `DTSTART;VALUE=DATE:${dateOf(fromDay)}`,
    `DTEND;VALUE=DATE:${dateOf(toDay + 1)}`,
    `SUMMARY:${escaped(summary)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
  const events = check.steps.flatMap(({ number, startDay, endDay, verifiedDay, givers, deliver, pay }) => {
    const by = givers.map((giver) => exchange.parties[giver]?.name ?? '').join(' + ');
    const what = deliveryText(exchange, deliver, pay);
    const given = event(`step ${number}`, startDay, endDay, `${number}. ${by}: ${what}`);
    return verifiedDay > endDay
      ? [...given, ...event(`verified ${number}`, verifiedDay, verifiedDay, `${number}. verified by today: ${what}`)]
      : given;
  });
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Parley//exchange//EN', 'CALSCALE:GREGORIAN', ...events, 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const DAY_MS = 86_400_000;

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n?|\n/g, '\\n');
}

/** Lines of at most 75 bytes; those that follow begin with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}
