import type { Reading } from '@parley/reader';
import { type HeldText, holdText } from './terminal/held-text.ts';

/** Writes a reading that comes in parts to standard output, as `printJson` would write it in one. */
export function printReading(parts: Iterable<Reading>): void {
  const [figures, unread] = [holdText(), holdText()];
  let count = 0;
  let language = 'und';
  for (const part of parts) {
    ({ language } = part);
    let lines = '';
    for (const statement of part.statements) lines += `${count++ === 0 ? '{\n  "statements": [' : ','}${listed(statement)}`;
    process.stdout.write(lines);
    for (const figure of part.figures) figures.add(`${figures.count === 0 ? '' : ','}${listed(figure)}`);
    for (const sentence of part.unread) unread.add(`${unread.count === 0 ? '' : ','}${listed(sentence)}`);
  }
  process.stdout.write(count === 0 ? '{\n  "statements": []' : '\n  ]');
  printList('figures', figures);
  process.stdout.write(`,\n  "language": ${JSON.stringify(language)}`);
  printList('unread', unread);
  process.stdout.write('\n}\n');
}

function printList(name: string, items: HeldText): void {
  process.stdout.write(`,\n  "${name}": [`);
  for (const piece of items.pieces()) process.stdout.write(piece);
  process.stdout.write(items.count === 0 ? ']' : '\n  ]');
}

/** A value as JSON, in the place of an item of a list of the reading. */
function listed(value: unknown): string {
  return `\n    ${JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')}`;
}
