import { type Label, labelText } from '@parley/model';
import type { Band, Comparison, Measured, MeasuredMap } from '@parley/terrain';
import { plainText } from './terminal/string-width.ts';
import { styled } from './terminal/style.ts';

/** Two maps over each other, as lines for a terminal. A band stands behind a figure where the border is not exact. */
export function comparisonLines({ maps, ...parts }: Comparison, colour: boolean): string[] {
  const [first, second] = maps;
  const head = (text: string): string => styled(plainText(text), 'firm', colour);
  return [
    ...maps.flatMap((map) => [head(map.name), ...mapLines(map), '']),
    head('over each other'),
    row('in both', parts.overlap),
    `    ${withBand(parts.shareOfFirst, ' %')} of ${plainText(first.name)}`,
    `    ${withBand(parts.shareOfSecond, ' %')} of ${plainText(second.name)}`,
    row(`only in ${first.name}`, parts.onlyFirst),
    row(`only in ${second.name}`, parts.onlySecond),
    row('in either', parts.union),
    '',
    head('from border to border'),
    ...shiftLines(parts.lineShift),
  ];
}

function mapLines({ accuracyMeters, pieces, holes, sites, ...figures }: MeasuredMap): string[] {
  const accuracy = accuracyMeters === null ? 'no accuracy stated' : `accurate to ${accuracyMeters} m`;
  const inside = (sites ?? []).filter(({ where }) => where !== 'outside');
  return [
    row('area', figures),
    `  ${accuracy}; pieces ${pieces}, enclaves ${holes}`,
    ...(sites === null ? [] : [`  sites inside: ${inside.filter(({ where }) => where === 'inside').length} of ${sites.length}`]),
    ...inside.map(({ name, signedMeters, where }) => {
      const side = signedMeters <= 0 ? 'inside' : 'outside';
      const doubt = where === 'uncertain' ? ', which may be either side' : '';
      return `    ${plainText(name)}: ${Math.abs(signedMeters).toFixed(0)} m ${side}${doubt}`;
    }),
  ];
}

export function shiftLines(shift: Comparison['lineShift']): string[] {
  if (shift === null) return ['  the borders are the same'];
  const { drawn, meanMeters, greatestMeters } = shift;
  const place = drawn.greatestAt.map((degrees) => degrees.toFixed(5)).join(', ');
  const way = drawn.signedMeanMeters >= 0 ? 'outwards' : 'inwards';
  return [
    `  mean ${withBand(meanMeters, ' m', 0)}, median ${drawn.medianMeters.toFixed(0)} m, 95 % within ${drawn.p95Meters.toFixed(0)} m`,
    `  greatest ${withBand(greatestMeters, ' m', 0)}, at ${place}`,
    `  on balance ${Math.abs(drawn.signedMeanMeters).toFixed(0)} m ${way}, from the first to the second`,
    `  over ${(drawn.comparedMeters / 1000).toFixed(1)} km; ${(drawn.sharedMeters / 1000).toFixed(1)} km are shared and left out`,
  ];
}

export function row(label: string, { areaKm2, people }: Measured): string {
  const counted = people === null ? '' : `; ${withBand(people, ' people', 0)}`;
  return `  ${plainText(label)}: ${withBand(areaKm2, ' km²')}${counted}`;
}

export function withBand({ value, low, high }: Band, unit: string, digits = 2): string {
  const text = (number: number): string => number.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const band = low === value && high === value ? '' : ` (${text(low)} to ${text(high)})`;
  return `${text(value)}${unit}${band}`;
}

interface Counted {
  readonly name: Label | string;
  readonly year: number;
  readonly beforeDisplacement: boolean;
}

/** A count of people is never shown without its year, nor as if it were today's where it is not. */
export function populationLines(population: Counted | null): string[] {
  return population === null ? [] : ['', `people: ${countedBy(population)}`];
}

export function countedBy({ name, year, beforeDisplacement }: Counted): string {
  return `${plainText(typeof name === 'string' ? name : labelText(name))}, ${year}${beforeDisplacement ? ', before displacement' : ''}`;
}
