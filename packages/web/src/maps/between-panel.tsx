import { useEffect, useState } from 'react';
import { useMapBetween } from '../api/map-queries.ts';
import type { BetweenMaps } from '../api/types.ts';
import { SelectField } from '../controls/field.tsx';
import { SidePanel } from '../controls/side-panel.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { areaText, peopleText, percentText } from './amounts.ts';
import type { Shape } from './canvas/types.ts';
import type { MapLayer } from './map-layers.ts';
import { mapPair } from './map-pair.ts';
import { populationText, useCompartmentNames, useMapNames } from './map-words.ts';
import { MethodNote } from './method-note.tsx';
import { chosenPopulation } from './population-choice.tsx';
import { Reckoned } from './reckoned.tsx';
import { RecordBetween } from './record-between.tsx';
import { type Maps, shownFirst } from './use-maps.ts';
import { lineIds, zoneIds } from './zones-of.ts';

const SHARES_PERCENT = [25, 50, 75] as const;

interface BetweenPanelProps {
  readonly maps: Maps;
  readonly population: string | undefined;
  readonly onFound: (shapes: readonly Shape[]) => void;
  readonly onClose: () => void;
}

/** Lines between two lines, for the mediator: constructions, and no proposal of the program. */
export function BetweenPanel({ maps, population: populationId, onFound, onClose }: BetweenPanelProps) {
  const { layerName } = useMapNames();
  const seesSome = useCasePlace().asOf.compartments !== undefined;
  const compartmentNames = useCompartmentNames();
  const offeredMaps = shownFirst(maps).filter((layer) => zoneIds(layer).length + lineIds(layer).length > 0);
  const population = chosenPopulation(maps.populations, populationId);
  const offered = [zoneIds, lineIds]
    .map((ids) => offeredMaps.filter((layer) => ids(layer).length > 0))
    .map((alike) => mapPair(alike, undefined, undefined))
    .find((pair) => pair !== null);
  const [firstKey, setFirst] = useState(offered?.[0].key ?? '');
  const [secondKey, setSecond] = useState(offered?.[1].key ?? '');
  const [by, setBy] = useState<'area' | 'people'>('area');
  const first = offeredMaps.find(({ key }) => key === firstKey);
  const second = offeredMaps.find(({ key }) => key === secondKey);
  const idsOf = first && second && first !== second ? alikeIds(first, second) : null;
  const question: BetweenMaps | null =
    !seesSome && first && second && idsOf
      ? {
          first: { featureIds: idsOf[0], name: layerName(first) },
          second: { featureIds: idsOf[1], name: layerName(second) },
          shares: SHARES_PERCENT.map((share) => share / 100),
          by,
          ...(by === 'people' && population && { populationId: population.id }),
        }
      : null;
  const asked = useMapBetween(question);
  const found = question && !asked.isPlaceholderData ? asked.data : undefined;
  useEffect(() => {
    onFound(found?.result.lines.map(({ share, line }, at) => betweenShape(share, line, at)) ?? []);
  }, [found, onFound]);
  useEffect(() => () => onFound([]), [onFound]);
  const choice = (label: string, value: string, onChange: (key: string) => void) => (
    <SelectField
      label={label}
      value={value}
      onChange={onChange}
      options={offeredMaps.map((one: MapLayer) => ({ value: one.key, label: layerName(one) }))}
    />
  );
  return (
    <SidePanel title={t('maps.between')} subject="between" below={t('maps.betweenWhat')} onClose={onClose}>
      <p className="verdict">{t('maps.notAProposal')}</p>
      {seesSome ? (
        <p className="nothing">{t('maps.betweenForAll')}</p>
      ) : offeredMaps.length < 2 ? (
        <p className="nothing">{t('maps.needsTwoZones')}</p>
      ) : (
        <>
          {choice(t('maps.fromMap'), firstKey, setFirst)}
          {choice(t('maps.toMap'), secondKey, setSecond)}
          <SelectField
            label={t('maps.shareOf')}
            value={by}
            onChange={setBy}
            hint={by === 'people' && population ? populationText(population) : undefined}
            options={[
              { value: 'area', label: t('maps.byArea') },
              ...(population ? [{ value: 'people' as const, label: t('maps.byPeople') }] : []),
            ]}
          />
          {question && first && second ? (
            <Reckoned query={asked}>
              {({ result, compartments, told }) => (
                <>
                  <p>
                    {t('maps.contestedIs', { area: areaText(result.contestedKm2) })}{' '}
                    {result.contestedPeople !== null && t('maps.peopleIn', { people: peopleText(result.contestedPeople) })}
                  </p>
                  {told.map((line) => (
                    <p key={line} className="sub">
                      {line}
                    </p>
                  ))}
                  <ul className="plain between">
                    {result.lines.map((line) => (
                      <li key={line.shareAsked}>
                        <h3>{t('maps.shareLine', { share: percentText(line.shareAsked * 100) })}</h3>
                        <p className="sub">
                          {t('maps.passesOn', { share: percentText(line.shareOfArea * 100), to: layerName(second) })}{' '}
                          {line.shareOfPeople !== null && t('maps.passesPeople', { share: percentText(line.shareOfPeople * 100) })}
                        </p>
                        <RecordBetween
                          asked={{ ...question, shares: [line.shareAsked] }}
                          name={t('maps.betweenName', {
                            share: percentText(line.shareAsked * 100),
                            first: layerName(first),
                            second: layerName(second),
                          })}
                          compartments={compartments}
                        />
                      </li>
                    ))}
                  </ul>
                  <p className="sub">{t('maps.startsIn', { names: compartmentNames(compartments) })}</p>
                  <MethodNote note={result.note} />
                </>
              )}
            </Reckoned>
          ) : (
            <p className="nothing">{t(first === second ? 'maps.chooseTwo' : 'maps.chooseAlike')}</p>
          )}
        </>
      )}
    </SidePanel>
  );
}

/** The zones of both, or the lines of both; null where they have nothing of one kind. */
function alikeIds(first: MapLayer, second: MapLayer): readonly [string[], string[]] | null {
  return [zoneIds, lineIds].map((ids) => [ids(first), ids(second)] as const).find(([a, b]) => a.length > 0 && b.length > 0) ?? null;
}

function betweenShape(share: number, line: unknown, at: number): Shape {
  return {
    id: `between:${at}`,
    shape: 'line',
    coordinates: line,
    label: percentText(share * 100),
    contested: false,
    tone: 0,
    dashed: true,
    description: t('maps.notAProposal'),
  };
}
