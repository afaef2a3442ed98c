import { PUBLIC } from '@parley/model';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSources } from '../api/queries.ts';
import type { PopulationEntry } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { CheckField, SelectField, TextField } from '../controls/field.tsx';
import { SidePanel } from '../controls/side-panel.tsx';
import { nameText } from '../controls/words.tsx';
import { CompartmentField } from '../record/compartment-field.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { record, statusLine } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { peopleText } from './amounts.ts';
import { FileDrop } from './file-drop.tsx';
import { populationText } from './map-words.ts';

const FILE_ENDINGS = '.csv .geojson .json .tif .tiff'.split(' ');

interface PopulationPanelProps {
  readonly populations: readonly PopulationEntry[];
  readonly onClose: () => void;
}

/** Where how many people were counted, from a file; it needs its year, and whether people have been displaced since. */
export function PopulationPanel({ populations, onClose }: PopulationPanelProps) {
  const { caseId, change } = useCasePlace();
  const sources = useSources().data ?? [];
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState('');
  const [year, setYear] = useState('');
  const [before, setBefore] = useState(false);
  const [sourceId, setSourceId] = useState('');
  const [licence, setLicence] = useState('');
  const [compartment, setCompartment] = useState<string>(PUBLIC);
  const [isBusy, setIsBusy] = useState(false);
  const choose = (chosen: File) => {
    setFile(chosen);
    if (name === '') setName(chosen.name.replace(/\.\w+$/, ''));
  };
  const yearNumber = Number(year);
  const isYear = Number.isInteger(yearNumber) && yearNumber >= 1800 && yearNumber <= 2200;
  const problem =
    file === null ? t('maps.chooseFileFirst') : name.trim() === '' ? t('setup.needsName') : isYear ? null : t('maps.populationNeedsYear');
  const save = async () => {
    if (file === null) return;
    setIsBusy(true);
    const details = {
      label: { en: name.trim() },
      year: yearNumber,
      beforeDisplacement: before,
      ...(sourceId && { sourceId }),
      ...(licence.trim() && { licence: licence.trim() }),
      compartment,
    };
    const done = await record(caseId, t('setup.added', { name }), () => api.importPopulation(caseId, file, details));
    setIsBusy(false);
    if (done === null) return;
    statusLine.set([t('setup.added', { name }), ...done.told].join(' '));
    change({ population: done.ids[0] });
    setFile(null);
    setName('');
  };
  const remove = (one: PopulationEntry) =>
    void record(caseId, t('setup.removed', { name: nameText(one.name) }), () => api.retract(caseId, 'population', one.id));
  return (
    <SidePanel title={t('maps.addPeople')} subject="population" below={t('maps.populationHint')} onClose={onClose}>
      {populations.length > 0 && (
        <ul className="plain">
          {populations.map((one) => (
            <li key={one.id}>
              <bdi>{populationText(one)}</bdi>{' '}
              <small>{t('maps.peopleInCells', { people: peopleText(one.people), count: one.cells })}</small>{' '}
              <Button look="quiet" aria-label={t('maps.removePopulation', { name: nameText(one.name) })} onPress={() => remove(one)}>
                {t('form.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (problem === null && !isBusy) void save();
        }}
      >
        <FileDrop endings={FILE_ENDINGS} chosen={file?.name ?? null} hint={t('maps.populationFiles')} onFile={choose} />
        <TextField label={t('maps.populationName')} value={name} onChange={setName} said />
        <div className="two">
          <TextField label={t('maps.year')} type="number" value={year} onChange={setYear} hint={t('maps.yearHint')} />
          <TextField label={t('maps.licence')} value={licence} onChange={setLicence} />
        </div>
        <CheckField label={t('maps.beforeDisplacement')} checked={before} onChange={setBefore} />
        <SelectField
          label={t('maps.source')}
          value={sourceId}
          onChange={setSourceId}
          options={[{ value: '', label: t('correct.none') }, ...sources.map((source) => ({ value: source.id, label: source.title }))]}
        />
        <CompartmentField value={compartment} onChange={setCompartment} />
        <div className="actions">
          <Button type="submit" look="main" isDisabled={problem !== null || isBusy}>
            {t('maps.recordIt')}
          </Button>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
        </div>
        {problem && <small>{problem}</small>}
      </form>
    </SidePanel>
  );
}
