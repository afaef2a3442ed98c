import { labelText } from '@parley/model';
import {
  drawMap,
  isRightToLeft,
  type LegendEntry,
  MAP_IS_CLAIM,
  type MapDrawing,
  mapName,
  mapOrigin,
  plainText,
  type WrittenFeature,
  type WrittenMap,
} from '@parley/terrain';
import { PDFDocument, type PDFPage } from 'pdf-lib';
import type { FigureRow } from '../comparison-table.ts';
import { drawLetter, drawMapOn, drawScale, type Frame, LABEL } from './draw-map.ts';
import { type TextStyle, type Typesetter, typesetter } from './typesetter.ts';

export interface SheetFigures {
  readonly rows: readonly FigureRow[];
  /** What the figures are, one sentence each. */
  readonly about: readonly string[];
}

/** A4 on its side, in points. */
const PAGE = { width: 842, height: 595, margin: 36 } as const;
const MAP: Frame = { x: 36, y: 66, width: 500, height: 396 };
const COLUMN_WIDTH = 250;
const GREY = [0.3, 0.3, 0.3] as const;

const TITLE: TextStyle = { size: 16, isBold: true };
const HEADING: TextStyle = { size: 10, isBold: true };
const BODY: TextStyle = { size: 8 };
const SMALL: TextStyle = { size: 7.5, colour: GREY };

/**
 * A map to print, as PDF on A4: the map drawn to scale in vectors, beside it whose maps these are with their sources,
 * dates and accuracy, then the figures and each feature. A title from right to left turns the sheet round.
 */
export async function mapSheet(map: WrittenMap, figures: SheetFigures | null, now: Date): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(plainText(map.title));
  document.setSubject(MAP_IS_CLAIM);
  document.setProducer('Parley');
  document.setCreator('Parley');
  document.setCreationDate(now);
  document.setModificationDate(now);
  const isRtl = isRightToLeft(map.title);
  const frame = isRtl ? { ...MAP, x: PAGE.width - MAP.x - MAP.width } : MAP;
  const type = await typesetter(document, wordsOf(map, figures));
  const drawing = drawMap(map.features, {
    x: frame.x + 12,
    y: frame.y + 12,
    width: frame.width - 24,
    height: frame.height - 24,
    measure: (text) => [type.width(text, LABEL) + 4, LABEL.size + 3],
  });
  const page = document.addPage([PAGE.width, PAGE.height]);
  const flow = new Flow(document, page, type, isRtl);
  flow.title(map.title);
  drawMapOn(page, drawing, frame, type);
  if (drawing.features.length === 0) type.draw(page, NO_FEATURES, frame.x + 160, PAGE.height / 2, BODY);
  drawScale(page, drawing, frame, type);
  caption(page, map, drawing, frame, type);
  for (const entry of drawing.legend) flow.legend(entry);
  if (figures !== null) figuresIn(flow, figures);
  featuresIn(flow, map.features);
  if (type.isMissingLetters()) flow.lines('Letters that this sheet has no font for stand as “?”. It has Latin, Arabic and Hebrew.', SMALL);
  return document.save();
}

const NO_FEATURES = 'There are no features in this map.';
const DASHED = 'A dashed border is contested. Letters tell maps apart, and so do hatchings.';

/** All that the sheet may set, by which fonts are chosen. */
function wordsOf({ title, features, compartments, told }: WrittenMap, figures: SheetFigures | null): { regular: string; bold: string } {
  const { rows, about } = figures ?? { rows: [], about: [] };
  const names = features.flatMap(({ name }) => Object.values(name));
  const maps = features.flatMap((feature) => [mapName([feature]), feature.namedBy ?? '', mapOrigin([feature])]);
  const ofRows = rows.flatMap(({ figure, of, unit, note }) => [figure, of, unit, note]);
  return {
    regular: [FIXED, ...compartments, ...told, ...names, ...maps, ...about, ...ofRows].join(' '),
    bold: [FIXED, title, ...names, ...features.map((feature) => mapName([feature])), ...rows.map(({ map }) => map)].join(' '),
  };
}

const FIXED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;–—…()/“”’?';

function caption(page: PDFPage, map: WrittenMap, { projection }: MapDrawing, frame: Frame, type: Typesetter): void {
  const lines = [
    MAP_IS_CLAIM,
    DASHED,
    ...map.told,
    ...(projection === null ? [] : [projection]),
    `Made from: ${map.compartments.join(', ')}`,
  ];
  let baseline = page.getHeight() - frame.y - frame.height - 34;
  for (const line of lines.flatMap((text) => type.wrap(text, frame.width, SMALL))) {
    if (baseline < 16) return;
    type.draw(page, line, frame.x, baseline, line.startsWith('A map is a claim') ? { ...BODY, isBold: true } : SMALL);
    baseline -= 10.5;
  }
}

function figuresIn(flow: Flow, { rows, about }: SheetFigures): void {
  flow.heading('Figures');
  for (const [map, ofMap] of Map.groupBy(rows, (row) => row.map)) {
    flow.lines(map, { ...BODY, isBold: true });
    for (const { figure, of, band, unit, note } of ofMap) {
      const range = band === null || band.low === band.high ? '' : ` (${numberText(band.low)} to ${numberText(band.high)})`;
      const what = of === '' ? figure : `${figure}, ${of}`;
      const value = `${band === null ? '–' : numberText(band.value)}${range} ${unit}`.trim();
      flow.lines(`${what}: ${value}${note === '' ? '' : `; ${note}`}`, BODY);
    }
    flow.space(4);
  }
  for (const line of about) flow.lines(line, SMALL);
}

function featuresIn(flow: Flow, features: readonly WrittenFeature[]): void {
  if (features.length === 0) return;
  flow.heading('Features');
  for (const feature of features) {
    const { shape, category, pCode, contested, namedBy, compartment } = feature;
    flow.lines(labelText(feature.name), { ...BODY, isBold: true });
    const parts = [
      category ?? shape,
      contested ? 'contested' : '',
      pCode === undefined ? '' : `code ${pCode}`,
      namedBy === undefined ? '' : `so named by ${namedBy}`,
    ];
    flow.lines([...parts.filter((part) => part !== ''), mapOrigin([feature]), `in ${compartment}`].join('; '), SMALL);
    flow.space(2);
  }
}

function numberText(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 4;
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits, signDisplay: 'negative' });
}

/** Lines in columns: the one beside the map first, then three on each page that is needed. */
class Flow {
  readonly #document: PDFDocument;
  readonly #type: Typesetter;
  readonly #isRtl: boolean;
  #page: PDFPage;
  #columns: number[];
  #top: number;
  #y: number;

  constructor(document: PDFDocument, page: PDFPage, type: Typesetter, isRtl: boolean) {
    this.#document = document;
    this.#page = page;
    this.#type = type;
    this.#isRtl = isRtl;
    this.#columns = [isRtl ? PAGE.margin : PAGE.width - PAGE.margin - COLUMN_WIDTH];
    this.#top = MAP.y;
    this.#y = this.#top;
  }

  title(text: string): void {
    const [line = '', ...more] = this.#type.wrap(text, PAGE.width - 2 * PAGE.margin, TITLE);
    const shown = more.length === 0 ? line : `${line} …`;
    const left = isRightToLeft(text) ? PAGE.width - PAGE.margin - this.#type.width(shown, TITLE) : PAGE.margin;
    this.#type.draw(this.#page, shown, left, PAGE.height - PAGE.margin - 12, TITLE);
  }

  legend({ letter, tone, name, origin }: LegendEntry): void {
    const column = this.#room(24);
    if (letter !== null)
      drawLetter(this.#page, letter, [this.#isRtl ? column + COLUMN_WIDTH - 6 : column + 6, this.#y + 4], tone ?? 0, this.#type);
    this.lines(name, { ...BODY, isBold: true }, 18);
    this.lines(origin, SMALL, 18);
    this.space(4);
  }

  heading(text: string): void {
    this.space(6);
    this.#room(40);
    this.lines(text, HEADING);
    this.space(2);
  }

  lines(text: string, style: TextStyle, indent = 0): void {
    const width = COLUMN_WIDTH - indent;
    const isRtl = this.#isRtl || isRightToLeft(text);
    const ofText: TextStyle = { ...style, direction: isRightToLeft(text) ? 'rtl' : 'ltr' };
    for (const line of this.#type.wrap(text, width, ofText)) {
      const height = style.size * 1.35;
      const column = this.#room(height);
      // Beside the map, the side where the letters of maps stand is that of the sheet.
      const start = column + (this.#isRtl ? 0 : indent);
      const left = isRtl ? start + width - this.#type.width(line, ofText) : start;
      this.#type.draw(this.#page, line, left, PAGE.height - this.#y - style.size, ofText);
      this.#y += height;
    }
  }

  space(points: number): void {
    this.#y += points;
  }

  /** The left of the column that has so many points left, on a new page where none has. */
  #room(points: number): number {
    if (this.#y + points > PAGE.height - PAGE.margin) {
      this.#columns.shift();
      if (this.#columns.length === 0) this.#nextPage();
      this.#y = this.#top;
    }
    return this.#columns[0] ?? PAGE.margin;
  }

  #nextPage(): void {
    this.#page = this.#document.addPage([PAGE.width, PAGE.height]);
    this.#top = PAGE.margin;
    const gap = (PAGE.width - 2 * PAGE.margin - 3 * COLUMN_WIDTH) / 2;
    const lefts = [0, 1, 2].map((at) => PAGE.margin + at * (COLUMN_WIDTH + gap));
    this.#columns = this.#isRtl ? lefts.reverse() : lefts;
  }
}
