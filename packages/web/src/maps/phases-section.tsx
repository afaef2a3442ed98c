import { useMapPhases } from '../api/map-queries.ts';
import { useKind } from '../api/queries.ts';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { useMapNames } from './map-words.ts';
import { PhaseTable } from './phase-table.tsx';
import { Reckoned } from './reckoned.tsx';
import type { Maps } from './use-maps.ts';
import { zoneIds } from './zones-of.ts';

const ZONES_ARE = ['handed over', 'still held'] as const;

interface PhasesSectionProps {
  readonly maps: Maps;
  readonly populationId: string | undefined;
}

/** What each phase hands over and what is left after it: the zones shown that have a phase, in the order of their numbers. */
export function PhasesSection({ maps, populationId }: PhasesSectionProps) {
  const { query, change } = useCasePlace();
  const { layerName, partyName } = useMapNames();
  const parties = useKind('party').data ?? [];
  const phased = maps.shown.filter((layer) => layer.phase !== null && zoneIds(layer).length > 0);
  const owners = [...new Set(phased.map(({ partyId }) => partyId ?? ''))];
  const owner = owners.find((id) => id === query.phasesOf) ?? owners[0];
  const zones = phased.filter(({ partyId }) => (partyId ?? '') === owner);
  const offered = maps.shown.filter((layer) => layer.phase === null && zoneIds(layer).length > 0);
  const start = offered.find(({ key }) => key === query.start);
  const zonesAre = ZONES_ARE.find((one) => one === query.zonesAre) ?? 'handed over';
  const [first, second] = parties;
  const holder = nameText(first?.body.name);
  const asked = useMapPhases({
    phases: zones.map((layer) => ({ phase: layer.phase ?? 1, name: layerName(layer), featureIds: zoneIds(layer) })),
    zonesAre,
    holder: holder || t('maps.holder'),
    receiver: nameText(second?.body.name) || t('maps.receiver'),
    ...(start && { start: { name: layerName(start), featureIds: zoneIds(start) } }),
    ...(populationId && { populationId }),
  });
  if (owner === undefined) return <p className="nothing">{t('maps.needsPhases')}</p>;
  return (
    <>
      <div className="reckoning-choice">
        {owners.length > 1 && (
          <SelectField
            label={t('maps.phasesOf')}
            value={owner}
            onChange={(phasesOf) => change({ phasesOf }, { replace: true })}
            options={owners.map((id) => ({ value: id, label: partyName(id || null) }))}
          />
        )}
        <SelectField
          label={t('maps.zonesAre')}
          value={zonesAre}
          onChange={(next) => change({ zonesAre: next === 'handed over' ? undefined : next }, { replace: true })}
          options={ZONES_ARE.map((value) => ({ value, label: t(`maps.zonesAre.${value}`) }))}
        />
        <SelectField
          label={t('maps.start')}
          value={start?.key ?? ''}
          onChange={(key) => change({ start: key || undefined }, { replace: true })}
          hint={t('maps.startHint')}
          options={[{ value: '', label: t('maps.notGiven') }, ...offered.map((one) => ({ value: one.key, label: layerName(one) }))]}
        />
      </div>
      <Reckoned query={asked}>{({ result, told }) => <PhaseTable result={result} told={told} />}</Reckoned>
    </>
  );
}
