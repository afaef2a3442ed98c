/** Which of the two a number of degrees is: it sets the letters (N S, E W) and how far it may go. */
export type Axis = 'latitude' | 'longitude';

const MOST = { latitude: 90, longitude: 180 } as const;
const LETTERS = { latitude: 'NS', longitude: 'EW' } as const;

/**
 * Degrees as people write them: `31.5`, `-31.5`, `31,5`, `31°30′18″ N`, `31 30.3 S`, `W 3° 12'`. Minutes and seconds are
 * below 60, and only the last of the numbers has a fraction. Null for what is no such number, or beyond 90 or 180 degrees.
 */
export function readDegrees(text: string, axis: Axis): number | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[−–]/g, '-')
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .trim();
  const letter = /^[NSEW]|[NSEW]$/.exec(plain)?.[0] ?? '';
  if (letter !== '' && !LETTERS[axis].includes(letter)) return null;
  const bare = letter === '' ? plain : plain.startsWith(letter) ? plain.slice(1) : plain.slice(0, -1);
  const match =
    /^\s*([+-])?\s*(\d+(?:[.,]\d+)?)\s*(?:°|D|:|\s|$)\s*(?:(\d+(?:[.,]\d+)?)\s*(?:['′’]|:|M|\s|$)\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:"|″|”|''|′′|S|$)\s*)?$/.exec(
      bare,
    );
  if (match === null) return null;
  const [, sign, ...parts] = match;
  // A sign and a letter together say it twice, or against each other.
  if (sign !== undefined && letter !== '') return null;
  const given = parts.filter((part) => part !== undefined);
  if (given.slice(0, -1).some((part) => /[.,]/.test(part))) return null;
  const [degrees = 0, minutes = 0, seconds = 0] = given.map((part) => Number(part.replace(',', '.')));
  if (minutes >= 60 || seconds >= 60) return null;
  const size = degrees + minutes / 60 + seconds / 3600;
  if (!(size <= MOST[axis])) return null;
  const isNegative = sign === '-' || letter === 'S' || letter === 'W';
  return isNegative && size !== 0 ? -size : size;
}

/** A latitude and a longitude in one text, in this order unless letters say otherwise: `31.5, 34.45`; null where it is not that. */
export function readPlace(text: string): readonly [longitude: number, latitude: number] | null {
  for (const [first, second] of splits(text)) {
    const [latitude, longitude] = [readDegrees(first, 'latitude'), readDegrees(second, 'longitude')];
    if (latitude !== null && longitude !== null) return [longitude, latitude];
    const [longitudeFirst, latitudeSecond] = [readDegrees(first, 'longitude'), readDegrees(second, 'latitude')];
    if (/[EW]/i.test(first) && longitudeFirst !== null && latitudeSecond !== null) return [longitudeFirst, latitudeSecond];
  }
  return null;
}

/** Decimal degrees to a tenth of a metre: `31.504167`. */
export function decimalDegrees(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

/** Degrees, minutes and seconds to a third of a metre: `31°30′15.00″ N`. */
export function sexagesimalDegrees(value: number, axis: Axis): string {
  const hundredths = Math.round(Math.abs(value) * 360_000);
  const seconds = ((hundredths % 6000) / 100).toFixed(2).padStart(5, '0');
  const minutes = String(Math.floor(hundredths / 6000) % 60).padStart(2, '0');
  return `${Math.floor(hundredths / 360_000)}°${minutes}′${seconds}″ ${LETTERS[axis][value < 0 ? 1 : 0]}`;
}

/** The ways in which a text can be two: at a semicolon, after a letter, at a comma with a space, at a comma, at a space. */
function* splits(text: string): Generator<[string, string]> {
  for (const pattern of [/;/g, /(?<=[NSEWnsew])[\s,]+/g, /,\s+/g, /,/g, /\s+/g]) {
    const found = [...text.trim().matchAll(pattern)];
    const only = found[0];
    if (found.length === 1 && only !== undefined) yield [text.trim().slice(0, only.index), text.trim().slice(only.index + only[0].length)];
  }
}
