import { useSources, useSummary } from '../api/queries.ts';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { dateInWords, instantInWords, today } from '../text/dates.ts';
import { ToneSwatch } from './canvas/tone-swatch.tsx';
import { madeTexts, populationText, useCompartmentNames, useMapNames } from './map-words.ts';
import { chosenPopulation } from './population-choice.tsx';
import type { Maps } from './use-maps.ts';

/** On paper only: what the sheet is of. */
export function PrintHead() {
  const { asOf } = useCasePlace();
  const summary = useSummary().data;
  return (
    <header className="print-only">
      <h1 dir="auto">{nameText(summary?.details.title)}</h1>
      <p>
        {t('maps.printedAsOf', { day: dateInWords(asOf.heldOn ?? today()), printed: dateInWords(today()) })}
        {asOf.knownAt && ` ${t('maps.printedKnown', { instant: instantInWords(asOf.knownAt) })}`}
      </p>
      <p>{t('maps.aClaim')}</p>
    </header>
  );
}

/** On paper only: each map with its look, whose it is, when and how it was made, how far off it may be, and its sources. */
export function PrintLegend({ maps }: { maps: Maps }) {
  const { query } = useCasePlace();
  const { layerName } = useMapNames();
  const compartmentNames = useCompartmentNames();
  const sources = useSources().data ?? [];
  const titlesOf = (features: Maps['entries']) =>
    [...new Set(features.flatMap(({ sourceId }) => sourceId ?? []))].map((id) => sources.find((one) => one.id === id)?.title ?? id);
  const population = chosenPopulation(maps.populations, query.population);
  const ground = maps.layers.ground.filter(({ key }) => !maps.hidden.has(key));
  return (
    <section className="print-only print-legend">
      <h2>{t('maps.legend')}</h2>
      <table className="lines reckoned">
        <thead>
          <tr>
            <th scope="col">{t('maps.map')}</th>
            <th scope="col">{t('maps.madeHead')}</th>
            <th scope="col">{t('maps.sourcesHead')}</th>
            <th scope="col">{t('compartment.label')}</th>
          </tr>
        </thead>
        <tbody>
          {maps.shown.map((layer) => (
            <tr key={layer.key}>
              <th scope="row">
                <ToneSwatch tone={layer.tone} shape={layer.features[0]?.shape ?? 'zone'} /> <bdi>{layerName(layer)}</bdi>
              </th>
              <td>{madeTexts(layer.features).join('; ')}</td>
              <td dir="auto">{titlesOf(layer.features).join('; ') || t('maps.noSource')}</td>
              <td>{compartmentNames(layer.features.map(({ compartment }) => compartment))}</td>
            </tr>
          ))}
          {ground.map((layer) => (
            <tr key={layer.key}>
              <th scope="row">{t(`maps.ground.${layer.category}`, { count: layer.features.length })}</th>
              <td>{madeTexts(layer.features).slice(0, 3).join('; ')}</td>
              <td dir="auto">{titlesOf(layer.features).join('; ') || t('maps.noSource')}</td>
              <td>{compartmentNames(layer.features.map(({ compartment }) => compartment))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {population && <p>{t('maps.peopleBasis', { population: populationText(population) })}</p>}
      <p>{t('maps.baseMapSource')}</p>
    </section>
  );
}
