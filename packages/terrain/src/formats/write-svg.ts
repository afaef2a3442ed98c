/** A plain map as SVG 1.1 (World Wide Web Consortium 2011), in equal areas, with all that somebody needs who has only the sheet. */
import { type DrawnFeature, drawMap, type LegendEntry, type MapDrawing } from './map-drawing.ts';
import { TONE_COLOURS, tonePattern } from './map-tones.ts';
import type { SheetPoint } from './sheet-plane.ts';
import { isRightToLeft, MAP_IS_CLAIM, plainText, propertiesOf, type WrittenFeature, type WrittenMap } from './written-map.ts';

const WIDTH = 900;
const MARGIN = 24;
const MAP_TOP = 56;
const MAP_HEIGHT = 600;
const LINE = 18;

export function writeSvg(map: WrittenMap): string {
  const frame = { x: MARGIN, y: MAP_TOP, width: WIDTH - 2 * MARGIN, height: MAP_HEIGHT };
  const drawing = drawMap(map.features, { ...inset(frame), measure: (text) => [text.length * 6.6, 14] });
  const legendTop = MAP_TOP + MAP_HEIGHT + 56;
  const legend = legendRows(drawing.legend, legendTop);
  const captionTop = legend.bottom + LINE;
  const caption = captionLines(map, drawing);
  const height = captionTop + caption.length * LINE + MARGIN;
  const body = [
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    textAt(map.title, [MARGIN, 36], 'font-size="20" font-weight="600"'),
    `<clipPath id="frame"><rect x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}"/></clipPath>`,
    `<g clip-path="url(#frame)">${drawing.features.map(shapes).join('')}${drawing.features.map(words).join('')}</g>`,
    `<rect x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" fill="none" stroke="#555"/>`,
    drawing.features.length === 0 ? middleText('There are no features in this map.', [WIDTH / 2, MAP_TOP + MAP_HEIGHT / 2]) : '',
    scaleBar(drawing, [MARGIN, MAP_TOP + MAP_HEIGHT + 16]),
    north(drawing, [WIDTH - MARGIN - 10, MAP_TOP + MAP_HEIGHT + 12]),
    ...legend.rows,
    ...caption.map((line, at) => textAt(line, [MARGIN, captionTop + at * LINE], 'fill="#444"')),
  ];
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="'Source Sans 3', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', sans-serif" font-size="13">`;
  return `${head}<title>${escaped(map.title)}</title><desc>${escaped(MAP_IS_CLAIM)}</desc><defs>${patterns(drawing)}</defs>${body.join('\n')}</svg>\n`;
}

function inset({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x: x + 16, y: y + 16, width: width - 32, height: height - 32 };
}

function captionLines({ compartments, told }: WrittenMap, { projection }: MapDrawing): string[] {
  const dashed = 'A dashed border is contested. Letters tell maps apart.';
  const lines = [MAP_IS_CLAIM, dashed, ...told, ...(projection === null ? [] : [projection]), `Made from: ${compartments.join(', ')}`];
  return lines.flatMap((line) => wrapped(plainText(line), 115));
}

/** A tile of lines for each tone that is used. */
function patterns({ legend }: MapDrawing): string {
  const tones = new Set(legend.flatMap(({ tone }) => (tone === null ? [] : [tone])));
  return [...tones]
    .map((tone) => {
      const lines = tonePattern(tone).map(
        ({ angleDegrees, gap }) =>
          `<pattern id="tone-${tone}-${angleDegrees}" width="${gap}" height="${gap}" patternUnits="userSpaceOnUse" patternTransform="rotate(${angleDegrees})"><path d="M0 0H${gap}" stroke="${TONE_COLOURS[tone]}" stroke-width="1.2" fill="none"/></pattern>`,
      );
      return lines.join('');
    })
    .join('');
}

function shapes({ feature, rings, lines, places, tone }: DrawnFeature): string {
  const colour = tone === null ? GROUND : TONE_COLOURS[tone];
  const dash = feature.contested ? ' stroke-dasharray="7 4"' : '';
  const border = `stroke="${colour}" stroke-width="${tone === null ? 1 : 2}" stroke-linejoin="round"${dash}`;
  const zone = rings.map((ring) => `${path(ring)}Z`).join('');
  const fills =
    tone === null ? [`${GROUND}" fill-opacity="0.08`] : tonePattern(tone).map(({ angleDegrees }) => `url(#tone-${tone}-${angleDegrees})`);
  const zones =
    zone === ''
      ? ''
      : [
          ...fills.map((fill) => `<path d="${zone}" fill-rule="evenodd" fill="${fill}"/>`),
          `<path d="${zone}" fill="none" ${border}/>`,
        ].join('');
  const drawn = lines.length === 0 ? '' : `<path d="${lines.map(path).join('')}" fill="none" ${border}/>`;
  const marks = places.map((at) => `<path d="${mark(feature.category, at)}" fill="#fff" stroke="${colour}" stroke-width="1.6"${dash}/>`);
  return `<g ${dataOf(feature)}>${zones}${drawn}${marks.join('')}</g>`;
}

/** All that is known of a feature, as attributes that drawing passes over. */
function dataOf(feature: WrittenFeature): string {
  const fields = Object.entries(propertiesOf(feature));
  const inKebab = (field: string): string => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll(':', '-');
  return fields.map(([field, value]) => `data-${inKebab(field)}="${escaped(String(value))}"`).join(' ');
}

const GROUND = '#666';

/** What a place is shows in the outline of its mark. */
function mark(category: WrittenFeature['category'], [x, y]: SheetPoint): string {
  if (category === 'hospital') return `M${n(x - 1.5)} ${n(y - 5)}h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5Z`;
  if (category === 'crossing') return `M${n(x)} ${n(y - 6)}l6 6l-6 6l-6 -6Z`;
  if (category === 'camp') return `M${n(x)} ${n(y - 6)}l6 10h-12Z`;
  return `M${n(x - 4)} ${n(y)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z`;
}

function words({ label, letter, tone }: DrawnFeature): string {
  const sign = letter === null ? '' : letterSign(letter.text, letter.at, tone ?? 0);
  return `${sign}${label === null ? '' : middleText(label.text, label.at)}`;
}

function letterSign(letter: string, [x, y]: SheetPoint, tone: number): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="8" fill="#fff" stroke="${TONE_COLOURS[tone]}" stroke-width="1.5"/><text x="${n(x)}" y="${n(y + 4)}" font-size="11" font-weight="600" text-anchor="middle">${escaped(letter)}</text>`;
}

function middleText(text: string, [x, y]: SheetPoint): string {
  return `<text x="${n(x)}" y="${n(y)}" text-anchor="middle"${direction(text)} stroke="#fff" stroke-width="3" paint-order="stroke" fill="#111">${escaped(text)}</text>`;
}

/** A text that begins at a place; from right to left it ends there, so that columns stay aligned. */
function textAt(text: string, [x, y]: SheetPoint, style = ''): string {
  const anchor = isRightToLeft(text) ? ' text-anchor="end"' : '';
  return `<text x="${n(x)}" y="${n(y)}"${direction(text)}${anchor} ${style}>${escaped(text)}</text>`;
}

function direction(text: string): string {
  return isRightToLeft(text) ? ' direction="rtl"' : '';
}

/** A map in each row, with as many lines as it takes to tell where it comes from. */
function legendRows(legend: readonly LegendEntry[], top: number): { rows: string[]; bottom: number } {
  let y = top;
  const rows = legend.map(({ letter, tone, name, origin }) => {
    const sign =
      letter === null
        ? `<rect x="${MARGIN}" y="${y - 10}" width="16" height="12" fill="${GROUND}" fill-opacity="0.15" stroke="${GROUND}"/>`
        : letterSign(letter, [MARGIN + 8, y - 4], tone ?? 0);
    const lines = [textAt(name, [MARGIN + 26, y], 'font-weight="600"')];
    for (const line of wrapped(origin, 110)) {
      y += LINE - 2;
      lines.push(textAt(line, [MARGIN + 26, y], 'fill="#444"'));
    }
    y += LINE + 2;
    return `${sign}${lines.join('')}`;
  });
  return { rows, bottom: y };
}

function scaleBar({ scaleBar: bar }: MapDrawing, [x, y]: SheetPoint): string {
  if (bar === null) return '';
  return `<path d="M${n(x)} ${n(y)}v6h${n(bar.length)}v-6" fill="none" stroke="#333" stroke-width="1.5"/><text x="${n(x + bar.length + 8)}" y="${n(y + 8)}">${bar.kilometers} km</text>`;
}

function north({ scaleBar: bar }: MapDrawing, [x, y]: SheetPoint): string {
  if (bar === null) return '';
  return `<path d="M${n(x)} ${n(y)}l5 14l-5 -3l-5 3Z" fill="#333"/><text x="${n(x)}" y="${n(y + 28)}" text-anchor="middle">N</text>`;
}

function path(points: readonly SheetPoint[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= most) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

function escaped(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
