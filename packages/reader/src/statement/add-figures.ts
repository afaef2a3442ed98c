import type { Span } from '@parley/model';
import { figureSpan, findFigures } from '../figures/find-figures.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import type { Reading } from '../reading.ts';

/** Adds the figures of a paragraph, each with the innermost statement that holds it; `first` is the first of the paragraph's. */
export function addFigures(text: string, paragraph: Paragraph, reading: Reading, first: number): void {
  for (const figure of findFigures(paragraph, text)) {
    const span = figureSpan(paragraph, figure, text);
    if (isToldByNumber(span, figure.high, reading, first)) continue;
    let statement: number | null = null;
    for (let i = first; i < reading.statements.length; i++) {
      if (reading.statements[i]?.content.some((content) => content.start <= span.start && span.end <= content.end)) statement = i;
    }
    const speaker = statement === null ? null : (reading.statements[statement]?.speaker.name ?? null);
    const { range: _range, ...rest } = figure;
    reading.figures.push({ span, ...rest, claimant: speaker || null, statement });
  }
}

/** `Two diplomats said`: who speaks is no count. */
function isToldByNumber(span: Span, value: number, { statements }: Reading, first: number): boolean {
  if (value > 12 || /\d/.test(span.text)) return false;
  for (let i = first; i < statements.length; i++) if (statements[i]?.source?.start === span.start) return true;
  return false;
}
