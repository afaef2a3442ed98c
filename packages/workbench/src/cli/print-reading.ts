import type { Reading } from '@parley/reader';
import { type HeldText, holdText } from './terminal/held-text.ts';
import { printWaiting } from './terminal/output.ts';

/** Writes a reading that comes in parts to standard output, as `printJson` would write it in one. */
export async function printReading(parts: Iterable<Reading>): Promise<void> {
  const [figures, unread] = [holdText(), holdText()];
  let count = 0;
  let language = 'und';
  for (const part of parts) {
    ({ language } = part);
    let lines = '';
    for (const statement of part.statements) lines += `${count++ === 0 ? '{\n  "statements": [' : ','}${listed(statement)}`;
    await printWaiting(lines);
    await figures.add(part.figures.map((figure, at) => `${figures.count + at === 0 ? '' : ','}${listed(figure)}`));
    await unread.add(part.unread.map((sentence, at) => `${unread.count + at === 0 ? '' : ','}${listed(sentence)}`));
  }
  await printWaiting(count === 0 ? '{\n  "statements": []' : '\n  ]');
  await printList('figures', figures);
  await printWaiting(`,\n  "language": ${JSON.stringify(language)}`);
  await printList('unread', unread);
  await printWaiting('\n}\n');
}

async function printList(name: string, items: HeldText): Promise<void> {
  await printWaiting(`,\n  "${name}": [`);
  for await (const piece of items.pieces()) await printWaiting(piece);
  await printWaiting(items.count === 0 ? ']' : '\n  ]');
}

/** A value as JSON, in the place of an item of a list of the reading. */
function listed(value: unknown): string {
  return `\n    ${JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')}`;
}
