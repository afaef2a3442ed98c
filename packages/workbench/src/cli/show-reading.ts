import { type EdtfDate, type PageStart, pageAt } from '@parley/model';
import type { Reading } from '@parley/reader';
import { suggestionsFrom } from '../operations/suggestions.ts';
import { statementLines } from './draw-statement.ts';
import { unreadLines } from './draw-unread.ts';
import { type HeldText, holdText } from './terminal/held-text.ts';
import { outputWidth, print } from './terminal/output.ts';
import { plainText } from './terminal/string-width.ts';
import { styled, wantsColour } from './terminal/style.ts';
import { counted, figureText } from './words.ts';

/** Draws a reading, which may come in parts: its statements, then its figures, then what was not understood. */
export function showReading(
  parts: Iterable<Reading>,
  { published, pages }: { published: EdtfDate | undefined; pages: readonly PageStart[] },
): void {
  const drawing = { width: outputWidth(), colour: wantsColour(process.stdout) };
  const [figures, unread] = [holdText(), holdText()];
  let count = 0;
  for (const part of parts) {
    for (const { status: _, ...statement } of suggestionsFrom(part, 'report', published).statements) {
      if (count++ > 0) print();
      const page = pageAt({ pages }, statement.content[0]?.start ?? 0);
      for (const line of statementLines(statement, { page }, drawing)) print(line);
    }
    for (const figure of part.figures) {
      const about = [figure.measure, figure.scope, figure.since, figure.claimant].filter((words) => words !== null);
      figures.add(`  ${plainText([figureText(figure), ...about].join(', '))}\n`);
    }
    for (const sentence of part.unread) unread.add(`${unreadLines([sentence], { pages: [...pages] }).join('\n')}\n`);
  }
  printHeld('Figures', figures, drawing.colour);
  printHeld('Looks attributed, not understood', unread, drawing.colour);
  const open = unread.count === 0 ? '' : `; ${counted(unread.count, 'sentence')} not understood`;
  print(`\n${counted(count, 'statement')} and ${counted(figures.count, 'figure')}${open}`);
}

function printHeld(heading: string, lines: HeldText, colour: boolean): void {
  if (lines.count > 0) print(`\n${styled(heading, 'firm', colour)}`);
  for (const piece of lines.pieces()) process.stdout.write(piece);
}
