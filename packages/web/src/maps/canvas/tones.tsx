import type { MapWindow } from './window.ts';

const TONES = 8;

/** What a tone is drawn with in zones: strokes of a tile of 12 pixels. Colour comes from `--tone-n`; none stands by colour alone. */
const TILES: readonly string[] = [
  'M-3 3L3 -3M0 12L12 0M9 15L15 9',
  'M-3 9L3 15M0 0L12 12M9 -3L15 3',
  'M3 3h0.01M9 9h0.01',
  'M0 3H12M0 9H12',
  'M3 0V12M9 0V12',
  'M0 0L12 12M12 0L0 12',
  'M0 6H12M6 0V12',
  'M0 8L3 4L6 8L9 4L12 8',
];

const TILE_PIXELS = 12;

/** What is drawn along a line besides the line itself: width and dashes. Tone 3 is a double line instead. */
export const ORNAMENTS: readonly { readonly width: number; readonly dashes: string; readonly round?: boolean }[] = [
  { width: 0, dashes: '' },
  { width: 8, dashes: '1.5 12' },
  { width: 6, dashes: '0 13', round: true },
  { width: 0, dashes: '' },
  { width: 8, dashes: '1.5 3 1.5 14' },
  { width: 5, dashes: '5 14' },
  { width: 8, dashes: '1.5 3 1.5 3 1.5 14' },
  { width: 4.5, dashes: '18 10' },
];

/** What stands for a place, about its middle. */
export const SYMBOLS: readonly string[] = [
  'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z',
  'M-4.5 -4.5H4.5V4.5H-4.5Z',
  'M0 -6L5.5 4.5H-5.5Z',
  'M0 -6.5L6.5 0L0 6.5L-6.5 0Z',
  'M-2 -6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z',
  'M0 6L5.5 -4.5H-5.5Z',
  'M-6 0L-3 -5.2H3L6 0L3 5.2H-3Z',
  'M0 -7L1.8 -2.2L7 -2.2L2.8 1L4.3 6L0 3L-4.3 6L-2.8 1L-7 -2.2L-1.8 -2.2Z',
];

export function toneOf(tone: number): number {
  return Math.abs(Math.trunc(tone)) % TONES;
}

/** The patterns of the tones and of the difference mode; they stay where they are on the ground when the window moves. */
export function Patterns({ prefix, window: { originX, originY, scale } }: { prefix: string; window: MapWindow }) {
  const shift = `translate(${offset(originX * scale)} ${offset(originY * scale)})`;
  return (
    <defs>
      {TILES.map((tile, tone) => (
        <Pattern key={tile} id={`${prefix}tone-${tone}`} className={`tone-${tone}`} tile={tile} shift={shift} />
      ))}
      <Pattern id={`${prefix}only-first`} className="only-first" tile={TILES[0] ?? ''} shift={shift} />
      <Pattern id={`${prefix}only-second`} className="only-second" tile={TILES[1] ?? ''} shift={shift} />
      <Pattern id={`${prefix}both`} className="in-both" tile={TILES[2] ?? ''} shift={shift} />
    </defs>
  );
}

function Pattern({ id, className, tile, shift }: { id: string; className: string; tile: string; shift: string }) {
  return (
    <pattern id={id} className={className} width={TILE_PIXELS} height={TILE_PIXELS} patternUnits="userSpaceOnUse" patternTransform={shift}>
      <rect className="tile-ground" width={TILE_PIXELS} height={TILE_PIXELS} />
      <path className="tile" d={tile} />
    </pattern>
  );
}

function offset(pixels: number): number {
  return Math.round((-pixels % TILE_PIXELS) * 100) / 100;
}
