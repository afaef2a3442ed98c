import { Link } from '../router/link.tsx';
import { formatPlace } from '../router/place.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { ComparisonSection } from './comparison-section.tsx';
import { ContestedSection } from './contested-section.tsx';
import { populationText } from './map-words.ts';
import { PhasesSection } from './phases-section.tsx';
import { chosenPopulation, PopulationChoice } from './population-choice.tsx';
import type { Maps } from './use-maps.ts';

const KINDS = ['compare', 'contested', 'phases'] as const;

/** What is reckoned of the maps that are shown: one question at a time, below the map. */
export function Reckoning({ maps }: { maps: Maps }) {
  const { route, query } = useCasePlace();
  const kind = KINDS.find((one) => one === query.reckon) ?? 'compare';
  const population = chosenPopulation(maps.populations, query.population);
  return (
    <section className="reckoning" aria-label={t('maps.reckoning')}>
      <nav aria-label={t('maps.reckoning')}>
        {KINDS.map((one) => (
          <Link key={one} to={formatPlace({ route, query: { ...query, reckon: one } })} aria-current={one === kind ? 'page' : undefined}>
            {t(`maps.reckon.${one}`)}
          </Link>
        ))}
      </nav>
      <p className="sub basis">
        {population ? t('maps.peopleBasis', { population: populationText(population) }) : t('maps.noPeopleBasis')} {t('maps.bandsMean')}
      </p>
      <PopulationChoice populations={maps.populations} />
      {kind === 'compare' && <ComparisonSection maps={maps} populationId={population?.id} />}
      {kind === 'contested' && <ContestedSection maps={maps} populationId={population?.id} />}
      {kind === 'phases' && <PhasesSection maps={maps} populationId={population?.id} />}
    </section>
  );
}
