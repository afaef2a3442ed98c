import { type CaseRecord, labelText } from '@parley/model';
import type { z } from 'zod';
import type { MapView } from '../contract/terrain.ts';
import type { ComparedMaps, CompromiseFound, ContestedFound, MapFigures, PhasesFound, ShiftFound } from '../contract/terrain-results.ts';
import { countedBy, populationLines, row, shiftLines, withBand } from './draw-comparison.ts';
import { plainText } from './terminal/string-width.ts';
import { styled } from './terminal/style.ts';

/** Results on maps as lines for a terminal. */

type Figures = z.output<typeof MapFigures>;

export function comparedLines({ result, population }: z.output<typeof ComparedMaps>, colour: boolean): string[] {
  const { reference, maps, overlapMatrix } = result;
  const all = reference === null ? maps : [reference, ...maps];
  const lines = all.flatMap((map) => [head(map === reference ? `${map.name} (the reference)` : map.name, colour), ...figureLines(map), '']);
  if (all.length > 1) {
    lines.push(head('what the map of the row shares with the others, in per cent of it', colour));
    for (const [at, name] of overlapMatrix.names.entries()) {
      const shares = overlapMatrix.percentOfRow[at]?.map(({ value }) => value.toFixed(1).padStart(6)).join(' ');
      lines.push(`  ${shares}  ${plainText(name)}`);
    }
  }
  return [...lines, ...populationLines(population)];
}

export function contestedLines({ result, population }: z.output<typeof ContestedFound>, colour: boolean): string[] {
  const { parts, totals } = result;
  return [
    ...parts.flatMap(({ parties, ...part }) => [row(parties.length === 1 ? `only ${parties[0]}` : parties.join(' and '), part)]),
    '',
    head('in all', colour),
    row('claimed by anybody', totals.claimed),
    `  claimed by one ${totals.byOneKm2.toFixed(2)} km², by several ${totals.bySeveralKm2.toFixed(2)} km²`,
    ...populationLines(population),
  ];
}

export function phaseLines({ result, population }: z.output<typeof PhasesFound>, colour: boolean): string[] {
  return [
    row('at the start', result.start),
    ...result.phases.flatMap(({ phase, name, handedOver, takenBack, holds, left }) => [
      '',
      head(`phase ${phase}: ${name}`, colour),
      row('handed over', handedOver),
      ...siteLines(handedOver.sites),
      ...(takenBack.areaKm2.high > 0 ? [row('taken back', takenBack)] : []),
      ...holds.map(({ party, ...figures }) => row(`then held by ${party}`, figures)),
      `  left in ${left.pieces.length} pieces, with ${left.enclaves.length} enclaves`,
    ]),
    ...populationLines(population),
  ];
}

export function shiftedLines({ result }: z.output<typeof ShiftFound>): string[] {
  const [first = '', second = ''] = result.names;
  if (result.lineShift === null) return [`  ${plainText(first)} and ${plainText(second)} share all of their course`];
  const side = result.lineShift.drawn.signedMeanMeters >= 0 ? 'right' : 'left';
  const lines = shiftLines(result.lineShift).map((line) =>
    line.replace(/ (out|in)wards, from the first to the second/, ` to the ${side} of the first`),
  );
  return [`${plainText(second)} from ${plainText(first)}`, ...lines];
}

export function compromiseLines(
  { disclaimer, result, population, compartments }: Omit<z.output<typeof CompromiseFound>, 'recorded'>,
  by: string,
  colour: boolean,
): string[] {
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  return [
    disclaimer,
    '',
    `contested: ${result.contestedKm2.toFixed(2)} km²${result.contestedPeople === null ? '' : `; ${Math.round(result.contestedPeople)} people`}`,
    ...result.lines.flatMap(({ shareAsked, shareOfArea, shareOfPeople, level }) => [
      head(`${percent(shareAsked)} of the ${by}`, colour),
      `  ${percent(shareOfArea)} of the area${shareOfPeople === null ? '' : `, ${percent(shareOfPeople)} of the people`}`,
      `  where the distance to the first is ${percent(level)} of the distances to both`,
    ]),
    ...populationLines(population),
    ...(compartments.length === 0 ? [] : ['', `made from what is in ${compartments.join(', ')}`]),
  ];
}

export function mapListLines(record: CaseRecord, { features, populations }: z.output<typeof MapView>, colour: boolean): string[] {
  if (features.length === 0 && populations.length === 0) return ['no maps yet; add one: parley terrain add CASE FILE'];
  const nameOf = (partyId: string): string =>
    labelText((record.of('party').get(partyId) ?? record.of('thirdParty').get(partyId))?.body.name ?? { en: partyId });
  const titleOf = ({ partyId, version, phase }: z.output<typeof MapView>['features'][number]): string =>
    [partyId === null ? 'ground, and the team’s own' : nameOf(partyId), version, phase === null ? null : `phase ${phase}`]
      .filter((part) => part !== null)
      .join(', ');
  const maps = [...Map.groupBy(features, ({ mapKey }) => mapKey).values()];
  return [
    ...maps.flatMap((map) => [
      head(titleOf(map[0] as (typeof features)[number]), colour),
      ...map.map(({ id, name, shape, category, areaKm2, lengthKm, accuracyMeters, on, replacedBy, compartment }) => {
        const size = areaKm2 !== null ? `${areaKm2.toFixed(2)} km²` : lengthKm !== null ? `${lengthKm.toFixed(2)} km` : null;
        const accuracy = accuracyMeters === null ? 'no accuracy stated' : `accurate to ${accuracyMeters} m`;
        const facts = [
          category ?? shape,
          size,
          accuracy,
          on,
          replacedBy.length === 0 ? null : `replaced by ${replacedBy.join(', ')}`,
          compartment,
        ];
        return `  ${id}  ${plainText(labelText(name))}: ${facts.filter((fact) => fact !== null).join('; ')}`;
      }),
      '',
    ]),
    ...(populations.length === 0 ? [] : [head('people', colour)]),
    ...populations.map(
      ({ id, people, cells, compartment, ...population }) =>
        `  ${id}  ${countedBy(population)}: ${Math.round(people).toLocaleString('en')} in ${cells} cells; ${compartment}`,
    ),
  ];
}

function figureLines(map: Figures): string[] {
  const { accuracyMeters, sites, units, roadLengthKm, pieces, compactness, towardsReference } = map;
  const necks =
    pieces.joinedByNecks === null || pieces.joinedByNecks.length === 0 ? '' : `, ${pieces.joinedByNecks.length} parts joined by necks`;
  return [
    row('area', map),
    `  ${accuracyMeters === null ? 'no accuracy stated' : `accurate to ${accuracyMeters} m`}; pieces ${pieces.pieces.length}, enclaves ${pieces.enclaves.length}${necks}; compactness ${compactness.toFixed(2)}`,
    ...siteLines(sites),
    ...(roadLengthKm === null ? [] : [`  roads: ${withBand(roadLengthKm, ' km', 1)}`]),
    ...(units ?? [])
      .filter(({ where }) => where !== 'outside')
      .map(({ name, where, shareInside }) => `    ${plainText(name)}: ${where}, ${withBand(shareInside, ' %', 1)} of it`),
    ...(towardsReference === null
      ? []
      : [
          row('shared with the reference', towardsReference.overlap),
          `    ${withBand(towardsReference.shareOfMap, ' %')} of it, ${withBand(towardsReference.shareOfReference, ' %')} of the reference`,
          row('not in the reference', towardsReference.onlyMap),
          row('only in the reference', towardsReference.onlyReference),
          ...shiftLines(towardsReference.lineShift),
        ]),
  ];
}

function siteLines(sites: Figures['sites']): string[] {
  const near = (sites ?? []).filter(({ where }) => where !== 'outside');
  return near.map(({ name, signedMeters, where }) => {
    const side = signedMeters <= 0 ? 'inside' : 'outside';
    return `    ${plainText(name)}: ${Math.abs(signedMeters).toFixed(0)} m ${side}${where === 'uncertain' ? ', which may be either side' : ''}`;
  });
}

function head(text: string, colour: boolean): string {
  return styled(plainText(text), 'firm', colour);
}
