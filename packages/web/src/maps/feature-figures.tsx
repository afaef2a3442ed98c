import { useFeatureFigures } from '../api/map-queries.ts';
import type { MapEntry } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { areaText, lengthText, metersText, peopleText, placeText } from './amounts.ts';
import { BandText } from './band-text.tsx';
import { Fact } from './fact.tsx';
import { NamedLink } from './feature-names.tsx';
import { populationText } from './map-words.ts';
import { chosenPopulation } from './population-choice.tsx';
import { Reckoned } from './reckoned.tsx';
import type { Maps } from './use-maps.ts';

/** How large a feature is and what lies in it, each figure with what it can be within the stated accuracy. */
export function FeatureFigures({ feature, maps }: { feature: MapEntry; maps: Maps }) {
  const { shape, lengthKm, extent } = feature;
  if (shape === 'zone') return <ZoneFigures feature={feature} maps={maps} />;
  return (
    <dl className="facts">
      {shape === 'line' && lengthKm !== null && <Fact name={t('maps.length')}>{lengthText(lengthKm)}</Fact>}
      {shape === 'place' && <Fact name={t('maps.position')}>{placeText(extent)}</Fact>}
    </dl>
  );
}

function ZoneFigures({ feature, maps }: { feature: MapEntry; maps: Maps }) {
  const { query } = useCasePlace();
  const population = chosenPopulation(maps.populations, query.population);
  const asked = useFeatureFigures({
    maps: [{ name: nameText(feature.name), featureIds: [feature.id] }],
    ...(population && { populationId: population.id }),
  });
  return (
    <Reckoned query={asked}>
      {({ result }) => {
        const [figures] = result.maps;
        if (!figures) return null;
        const inside = (figures.sites ?? []).filter(({ where }) => where !== 'outside');
        const units = (figures.units ?? []).filter(({ where }) => where !== 'outside');
        return (
          <dl className="facts">
            <Fact name={t('maps.areaHead')}>
              <BandText band={figures.areaKm2} text={areaText} />
            </Fact>
            {figures.people && population && (
              <Fact name={t('maps.peopleHead')}>
                <BandText band={figures.people} text={peopleText} />
                <small>{populationText(population)}</small>
              </Fact>
            )}
            {figures.roadLengthKm && (
              <Fact name={t('maps.roadsHead')}>
                <BandText band={figures.roadLengthKm} text={lengthText} />
              </Fact>
            )}
            {figures.sites && (
              <Fact name={t('maps.sitesInside')}>
                {inside.length === 0 && t('maps.noneInside')}
                <ul className="plain">
                  {inside.map(({ id, name, where, signedMeters }) => (
                    <li key={id}>
                      <NamedLink id={id} name={name} /> <small>{t(`maps.where.${where}`, { distance: metersText(signedMeters) })}</small>
                    </li>
                  ))}
                </ul>
              </Fact>
            )}
            {units.length > 0 && (
              <Fact name={t('maps.units')}>
                <ul className="plain">
                  {units.map(({ id, name, where }) => (
                    <li key={id}>
                      <NamedLink id={id} name={name} /> <small>{t(`maps.unit.${where}`)}</small>
                    </li>
                  ))}
                </ul>
              </Fact>
            )}
          </dl>
        );
      }}
    </Reckoned>
  );
}
