import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

/** What costs the square of its length in a careless reader. */
const UNITS: Readonly<Record<string, string>> = {
  'quotation marks': '"',
  'opening marks': '“a ',
  'one verb': 'said ',
  'words inside words': 'he said that ',
  'quotations in one line': '“Now we go,” he said. ',
  'one line without spaces': 'x',
  'nested brackets': '(a ',
  'one endless sentence': 'the envoy of the old town who knows the river ',
  'conditions without an end': 'if unless ',
  'a cue and a colon before a quotation in each line': 'She wrote:\n“We go.\n',
  'mixed marks': '“a «b „c "d ',
  'words in capitals': 'Ms. Varn ',
};
const SMALL = 10_000;
const TIMES = 5;

/** Milliseconds of processor time, which others on the machine do not lengthen much, of the quicker of two readings. */
function cost(text: string): number {
  return Math.min(...[1, 2].map(() => timed(text)));
}

function timed(text: string): number {
  const start = process.cpuUsage();
  readText(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

it.each(Object.entries(UNITS))(
  'reads %s in time linear in their length',
  (_, unit) => {
    const text = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
    readText(text(SMALL));
    const small = Math.max(cost(text(SMALL)), 8);
    // Linear is 5 times the time, square 25.
    expect(cost(text(SMALL * TIMES)) / small).toBeLessThan(15);
  },
  60_000,
);

it('reads brackets nested a hundred thousand deep without running out of stack', () => {
  expect(readText(`${'('.repeat(100_000)}a${')'.repeat(100_000)}`).statements).toEqual([]);
}, 60_000);

it('cuts a line without white space between characters, never inside one', () => {
  const text = `a${'😀'.repeat(30_000)} The envoy said that the bridge would open.`;
  const reading = readText(text);
  expect(reading.statements.at(-1)?.content.map((span) => span.text)).toEqual(['that the bridge would open']);
});
