import { type DrawnFeature, type MapDrawing, plainText, type SheetPoint, TONE_COLOURS, tonePattern } from '@parley/terrain';
import {
  clip,
  clipEvenOdd,
  closePath,
  endPath,
  fill,
  fillAndStroke,
  LineJoinStyle,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setDashPattern,
  setFillingRgbColor,
  setLineJoin,
  setLineWidth,
  setStrokingRgbColor,
  stroke,
} from 'pdf-lib';
import type { Typesetter } from './typesetter.ts';

type Colour = readonly [number, number, number];
const GROUND: Colour = [0.4, 0.4, 0.4];

/** A rectangle of a sheet, in points from its top left corner. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Draws a map into its frame as vectors: zones hatched, contested borders dashed, the letter of its map on each feature. */
export function drawMapOn(page: PDFPage, drawing: MapDrawing, frame: Frame, type: Typesetter): void {
  const sheet = { page, type, height: page.getHeight() };
  const { x, y, width, height } = frame;
  const box = rectangle(x, sheet.height - y - height, width, height);
  page.pushOperators(pushGraphicsState(), box, clip(), endPath(), setLineJoin(LineJoinStyle.Round));
  for (const feature of drawing.features) drawShape(sheet, feature);
  for (const feature of drawing.features) drawWords(sheet, feature);
  page.pushOperators(popGraphicsState(), setLineWidth(0.75), setStrokingRgbColor(0.33, 0.33, 0.33), box, stroke());
}

/** The length of so many kilometres, and which way north is, under a map. */
export function drawScale(page: PDFPage, { scaleBar }: MapDrawing, { x, y, width, height }: Frame, type: Typesetter): void {
  if (scaleBar === null) return;
  const base = page.getHeight() - y - height;
  page.pushOperators(
    setLineWidth(1),
    setStrokingRgbColor(0.2, 0.2, 0.2),
    ...lineOf([
      [x, base - 8],
      [x, base - 13],
      [x + scaleBar.length, base - 13],
      [x + scaleBar.length, base - 8],
    ]),
    stroke(),
    setFillingRgbColor(0.2, 0.2, 0.2),
    ...lineOf([
      [x + width - 12, base - 4],
      [x + width - 8, base - 16],
      [x + width - 12, base - 13.5],
      [x + width - 16, base - 16],
    ]),
    closePath(),
    fill(),
  );
  type.draw(page, `${scaleBar.kilometers} km`, x + scaleBar.length + 6, base - 14, { size: 8 });
  type.draw(page, 'N', x + width - 26, base - 14, { size: 8 });
}

/** The letter of a map in a circle. */
export function drawLetter(page: PDFPage, letter: string, [x, y]: SheetPoint, tone: number, type: Typesetter): void {
  const style = { size: 7, isBold: true };
  const top = page.getHeight();
  page.pushOperators(
    setLineWidth(1),
    ...coloured(colourOf(tone)),
    setFillingRgbColor(1, 1, 1),
    ...circle([x, top - y], 5.5),
    fillAndStroke(),
  );
  type.draw(page, letter, x - type.width(letter, style) / 2, top - y - 2.5, style);
}

interface Sheet {
  readonly page: PDFPage;
  readonly type: Typesetter;
  readonly height: number;
}

function drawShape({ page, height }: Sheet, { feature, rings, lines, places, tone }: DrawnFeature): void {
  const up = (points: readonly SheetPoint[]): SheetPoint[] => points.map(([x, y]) => [x, height - y] as const);
  const colour = colourOf(tone);
  page.pushOperators(pushGraphicsState(), ...coloured(colour), setLineWidth(tone === null ? 0.75 : 1.4));
  if (feature.contested) page.pushOperators(setDashPattern([5, 3], 0));
  const zone = rings.map(up);
  if (zone.length > 0) {
    page.pushOperators(...hatching(zone, tone), ...zone.flatMap((ring) => [...lineOf(ring), closePath()]), stroke());
  }
  for (const line of lines.map(up)) page.pushOperators(...lineOf(line), stroke());
  for (const place of up(places)) page.pushOperators(setFillingRgbColor(1, 1, 1), ...mark(feature.category, place), fillAndStroke());
  page.pushOperators(popGraphicsState());
}

function drawWords({ page, type, height }: Sheet, { label, letter, tone }: DrawnFeature): void {
  if (letter !== null) drawLetter(page, letter.text, letter.at, tone ?? 0, type);
  if (label === null) return;
  const text = plainText(label.text);
  const width = type.width(text, LABEL);
  const [x, y] = label.at;
  page.pushOperators(setFillingRgbColor(1, 1, 1), rectangle(x - width / 2 - 1.5, height - y - 2.5, width + 3, LABEL.size + 2), fill());
  type.draw(page, text, x - width / 2, height - y, LABEL);
}

/** How labels on a map are set. */
export const LABEL = { size: 8 } as const;

/** Lines across a zone in the pattern of its tone, cut to it; the ground has none. */
function hatching(zone: readonly (readonly SheetPoint[])[], tone: number | null): PDFOperator[] {
  if (tone === null) return [];
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of zone.flat())
    [left, right, bottom, top] = [Math.min(left, x), Math.max(right, x), Math.min(bottom, y), Math.max(top, y)];
  const [middleX, middleY, reach] = [(left + right) / 2, (bottom + top) / 2, Math.hypot(right - left, top - bottom) / 2];
  const lines = tonePattern(tone).flatMap(({ angleDegrees, gap }) => {
    // Down the sheet is up in a picture.
    const angle = (-angleDegrees * Math.PI) / 180;
    const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)];
    // On one grid for the whole sheet, so that neighbours of one map have one hatching.
    const across = -middleX * alongY + middleY * alongX;
    const along = middleX * alongX + middleY * alongY;
    const first = Math.ceil((across - reach) / (gap * 0.75));
    const count = Math.floor((across + reach) / (gap * 0.75)) - first + 1;
    return Array.from({ length: Math.max(0, count) }, (_, at) => {
      const off = (first + at) * gap * 0.75;
      const point = (distance: number): SheetPoint => [alongX * distance - alongY * off, alongY * distance + alongX * off];
      return lineOf([point(along - reach), point(along + reach)]);
    });
  });
  const border = zone.flatMap((ring) => [...lineOf(ring), closePath()]);
  return [
    pushGraphicsState(),
    ...border,
    clipEvenOdd(),
    endPath(),
    setDashPattern([], 0),
    setLineWidth(0.45),
    ...lines.flat(),
    stroke(),
    popGraphicsState(),
  ];
}

/** What a place is shows in the outline of its mark. */
function mark(category: DrawnFeature['feature']['category'], [x, y]: SheetPoint): PDFOperator[] {
  const outline = (points: readonly SheetPoint[]): PDFOperator[] => [
    ...lineOf(points.map(([dx, dy]) => [x + dx, y + dy] as const)),
    closePath(),
  ];
  if (category === 'hospital') {
    const arm = [
      [1, 4],
      [1, 1],
      [4, 1],
      [4, -1],
      [1, -1],
      [1, -4],
      [-1, -4],
      [-1, -1],
      [-4, -1],
      [-4, 1],
      [-1, 1],
      [-1, 4],
    ] as const;
    return outline(arm);
  }
  if (category === 'crossing')
    return outline([
      [0, 4.5],
      [4.5, 0],
      [0, -4.5],
      [-4.5, 0],
    ]);
  if (category === 'camp')
    return outline([
      [0, 4.5],
      [4.5, -3],
      [-4.5, -3],
    ]);
  return circle([x, y], 3);
}

function circle([x, y]: SheetPoint, radius: number): PDFOperator[] {
  const corners = Array.from({ length: 24 }, (_, at): SheetPoint => {
    const angle = (at * Math.PI) / 12;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  return [...lineOf(corners), closePath()];
}

/** One operator for a whole line: a border may have a hundred thousand corners. */
function lineOf([first, ...rest]: readonly SheetPoint[]): PDFOperator[] {
  if (first === undefined) return [];
  const [begin, ...ends] = [first, ...rest].map(([x, y]) => `${short(x)} ${short(y)}`);
  if (ends.length === 0) return [PDFOperator.of(PDFOperatorNames.MoveTo, [`${begin}`])];
  return [PDFOperator.of(PDFOperatorNames.LineTo, [`${begin} m ${ends.join(' l ')}`])];
}

/** A hundredth of a point is finer than any printer. */
function short(value: number): number {
  return Math.round(value * 100) / 100;
}

function coloured(colour: Colour): PDFOperator[] {
  return [setStrokingRgbColor(...colour)];
}

function colourOf(tone: number | null): Colour {
  if (tone === null) return GROUND;
  const [red = 0, green = 0, blue = 0] =
    (TONE_COLOURS[tone] ?? '').match(/[0-9a-f]{2}/g)?.map((part) => Number.parseInt(part, 16) / 255) ?? [];
  return [red, green, blue];
}
