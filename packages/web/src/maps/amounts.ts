import { t } from '../strings/strings.ts';

/** A figure as drawn, and the least and most that it can be within the stated accuracy. */
export interface Band {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** An area with as many digits as mean something: `194.51 km²`, `4,312 km²`; `850 m²` where two decimals would say nothing. */
export function areaText(squareKm: number): string {
  const squareMeters = Math.abs(squareKm) * 1_000_000;
  if (squareMeters >= 1 && squareMeters < 10_000) return t('maps.smallArea', { amount: rounded(squareKm * 1_000_000, 0) });
  return t('maps.area', { amount: rounded(squareKm, Math.abs(squareKm) < 1000 ? 2 : 0) });
}

/** A length on the ground: `12.4 km`, `870 m`. */
export function lengthText(km: number): string {
  return Math.abs(km) < 1 ? metersText(km * 1000) : t('maps.km', { amount: rounded(km, Math.abs(km) < 100 ? 1 : 0) });
}

/** A distance in metres, from 10 km on in kilometres; without its sign. */
export function metersText(meters: number): string {
  const far = Math.abs(meters);
  return far < 10_000 ? t('maps.meters', { amount: rounded(far, 0) }) : t('maps.km', { amount: rounded(far / 1000, 1) });
}

export function peopleText(people: number): string {
  return rounded(people, 0);
}

export function percentText(percent: number): string {
  return t('maps.percent', { amount: rounded(percent, Math.abs(percent) < 10 ? 1 : 0) });
}

/** A place in degrees: `33.6444° N, 33.8944° E`. */
export function placeText([longitude = 0, latitude = 0]: readonly number[]): string {
  const [north, east] = [Math.abs(latitude).toFixed(4), Math.abs(longitude).toFixed(4)];
  return t('maps.place', {
    latitude: t(latitude < 0 ? 'maps.south' : 'maps.north', { degrees: north }),
    longitude: t(longitude < 0 ? 'maps.west' : 'maps.east', { degrees: east }),
  });
}

/** A figure with what it can be: `194.51 km² (190.2 km² to 198.9 km²)`; only the figure where the border is taken as exact. */
export function bandText(band: Band, text: (value: number) => string): string {
  const [value, low, high] = [text(band.value), text(band.low), text(band.high)];
  return low === value && high === value ? value : t('maps.band', { value, low, high });
}

function rounded(value: number, digits: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
