import type { PopulationEntry } from '../api/types.ts';
import { SelectField } from '../controls/field.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { populationText } from './map-words.ts';

/** Whose count of people is used; never without its year, and whether people have been displaced since. */
export function PopulationChoice({ populations }: { populations: readonly PopulationEntry[] }) {
  const { query, change } = useCasePlace();
  if (populations.length === 0) return null;
  return (
    <SelectField
      label={t('maps.people')}
      value={chosenPopulation(populations, query.population)?.id ?? ''}
      onChange={(id) => change({ population: id || 'none' }, { replace: true })}
      options={[{ value: '', label: t('maps.noPeople') }, ...populations.map((one) => ({ value: one.id, label: populationText(one) }))]}
    />
  );
}

/** The population that the address names; the first where it names none, none where it says so. */
export function chosenPopulation(populations: readonly PopulationEntry[], id: string | undefined): PopulationEntry | undefined {
  if (id === 'none') return undefined;
  return populations.find((one) => one.id === id) ?? populations[0];
}
