import type { Position } from '../geometry.ts';
import { unwrapped } from './check-position.ts';
import { anchorsOf, type DrawnParts } from './map-anchor.ts';
import { type Box, boxAbout, isFree, type LabelOptions, LETTER, labelFor, type SheetLabel } from './map-label.ts';
import { type SheetPlane, type SheetPoint, sheetPlane } from './sheet-plane.ts';
import { mapName, mapOrigin, mapsOf, partsOf, type WrittenFeature } from './written-map.ts';

/** How many ways of drawing a map there are, each with a colour and a pattern of its own; then they begin again. */
const TONES = 8;

/** A feature in the units of the sheet. */
export interface DrawnFeature extends DrawnParts {
  readonly feature: WrittenFeature;
  /** 0 to TONES − 1; null for the ground. */
  readonly tone: number | null;
  /** Null where it would stand on another; the legend and the table name the feature all the same. */
  readonly label: SheetLabel | null;
  /** The letter of its map, by which maps are told apart without colour; null for the ground. */
  readonly letter: { readonly text: string; readonly at: SheetPoint } | null;
}

/** A map in the legend. */
export interface LegendEntry {
  /** A, B, C …; null for the ground. */
  readonly letter: string | null;
  readonly tone: number | null;
  readonly name: string;
  readonly origin: string;
}

/** A map laid out on a sheet, ready for whatever draws it. */
export interface MapDrawing {
  readonly features: readonly DrawnFeature[];
  readonly legend: readonly LegendEntry[];
  /** Null where there is nothing to draw. */
  readonly scaleBar: { readonly kilometers: number; readonly length: number } | null;
  readonly projection: string | null;
}

/** Lays a map out in a frame, in equal areas. Zones come first and places last, so that nothing is hidden. */
export function drawMap(features: readonly WrittenFeature[], options: LabelOptions): MapDrawing {
  const maps = mapsOf(features);
  const legend = maps.map(({ key, features: members }, at): LegendEntry => {
    const isGround = key === null;
    return {
      letter: isGround ? null : letterOf(at),
      tone: isGround ? null : at % TONES,
      name: mapName(members),
      origin: mapOrigin(members),
    };
  });
  const entryOf = new Map(maps.map(({ key }, at) => [key, legend[at] as LegendEntry] as const));
  const near = firstLongitude(features);
  const inOnePiece = features.map((feature) => {
    const { zone, lines, places } = partsOf(feature);
    const whole = (line: readonly Position[]): Position[] => unwrapped(line, near).positions;
    return { feature, rings: zone.flat().map(whole), lines: lines.map(whole), places: places.flatMap((place) => whole([place])) };
  });
  const all = inOnePiece.flatMap(({ rings, lines, places }) => [...rings, ...lines, ...places.map((place) => [place])]);
  const plane = sheetPlane(all, options);
  if (plane === null) return { features: [], legend: [], scaleBar: null, projection: null };
  const drawn = inOnePiece
    .map(({ feature, rings, lines, places }) => ({
      feature,
      parts: { rings: rings.map(plane.draw), lines: lines.map(plane.draw), places: places.flatMap((place) => plane.draw([place])) },
    }))
    .sort((a, b) => ORDER[a.feature.shape] - ORDER[b.feature.shape]);
  // No label stands on the letter of any map, nor a letter on another, so these are placed first.
  const taken: Box[] = [];
  const anchors = drawn.map(({ parts }) => {
    const found = anchorsOf(parts);
    const anchor = found.find((point) => isFree(boxAbout(point, [LETTER, LETTER]), taken)) ?? found[0] ?? null;
    if (anchor !== null) taken.push(boxAbout(anchor, [LETTER, LETTER]));
    return anchor;
  });
  const placed = drawn.map(({ feature, parts }, at): DrawnFeature => {
    const { tone, letter } = entryOf.get(feature.mapKey) as LegendEntry;
    const anchor = anchors[at] ?? null;
    return {
      feature,
      tone,
      ...parts,
      letter: letter === null || anchor === null ? null : { text: letter, at: anchor },
      label: labelFor(feature, anchor, taken, options),
    };
  });
  return { features: placed, legend, scaleBar: scaleBarOf(plane, options.width), projection: projectionOf(plane) };
}

const ORDER = { zone: 0, line: 1, place: 2 } as const;

/** A to Z, then AA, AB … */
function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : letterOf(Math.floor(at / 26) - 1) + letter;
}

function firstLongitude(features: readonly WrittenFeature[]): number {
  for (const feature of features) {
    const { zone, lines, places } = partsOf(feature);
    const first = zone[0]?.[0]?.[0] ?? lines[0]?.[0] ?? places[0];
    if (first !== undefined) return first[0];
  }
  return 0;
}

/** The longest round number of kilometres that takes up no more than a quarter of the width. */
function scaleBarOf({ metersPerUnit }: SheetPlane, width: number): { kilometers: number; length: number } {
  const most = (metersPerUnit * width) / 4 / 1000;
  const power = 10 ** Math.floor(Math.log10(most));
  const kilometers = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
  const rounded = Number(kilometers.toPrecision(3));
  return { kilometers: rounded, length: (rounded * 1000) / metersPerUnit };
}

function projectionOf({ middle: [longitude, latitude] }: SheetPlane): string {
  const turned = longitude - 360 * Math.round(longitude / 360);
  const ns = `${Math.abs(latitude).toFixed(3)}° ${latitude < 0 ? 'S' : 'N'}`;
  const ew = `${Math.abs(turned).toFixed(3)}° ${turned < 0 ? 'W' : 'E'}`;
  return `Lambert azimuthal equal-area projection about ${ns}, ${ew}; WGS 84; north is upwards in the middle`;
}
