import { type EdtfDate, type PageStart, pageAt } from '@parley/model';
import type { ReadFigure, Reading } from '@parley/reader';
import { suggestionsFrom } from '../operations/suggestions.ts';
import { statementLines } from './draw-statement.ts';
import { unreadLines } from './draw-unread.ts';
import { type HeldText, holdText } from './terminal/held-text.ts';
import { outputWidth, printWaiting } from './terminal/output.ts';
import { plainText } from './terminal/string-width.ts';
import { styled, wantsColour } from './terminal/style.ts';
import { counted, figureText } from './words.ts';

/** Draws a reading, which may come in parts: its statements, then its figures, then what was not understood. */
export async function showReading(
  parts: Iterable<Reading>,
  { published, pages }: { published: EdtfDate | undefined; pages: readonly PageStart[] },
): Promise<void> {
  const drawing = { width: outputWidth(), colour: wantsColour(process.stdout) };
  const [figures, unread] = [holdText(), holdText()];
  let count = 0;
  for (const part of parts) {
    let lines = '';
    for (const { status: _, ...statement } of suggestionsFrom(part, 'report', published).statements) {
      if (count++ > 0) lines += '\n';
      const page = pageAt({ pages }, statement.content[0]?.start ?? 0);
      for (const line of statementLines(statement, { page }, drawing)) lines += `${line}\n`;
    }
    await printWaiting(lines);
    await figures.add(part.figures.map(figureLine));
    await unread.add(part.unread.map((sentence) => `${unreadLines([sentence], { pages: [...pages] }).join('\n')}\n`));
  }
  await printHeld('Figures', figures, drawing.colour);
  await printHeld('Looks attributed, not understood', unread, drawing.colour);
  const open = unread.count === 0 ? '' : `; ${counted(unread.count, 'sentence')} not understood`;
  await printWaiting(`\n${counted(count, 'statement')} and ${counted(figures.count, 'figure')}${open}\n`);
}

function figureLine(figure: ReadFigure): string {
  const about = [figure.measure, figure.scope, figure.since, figure.claimant].filter((words) => words !== null);
  return `  ${plainText([figureText(figure), ...about].join(', '))}\n`;
}

async function printHeld(heading: string, lines: HeldText, colour: boolean): Promise<void> {
  if (lines.count > 0) await printWaiting(`\n${styled(heading, 'firm', colour)}\n`);
  for await (const piece of lines.pieces()) await printWaiting(piece);
}
