import { useState } from 'react';
import { useMapComparison } from '../api/map-queries.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { columnsOf } from './compared.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { useMapNames } from './map-words.ts';
import { MethodNote } from './method-note.tsx';
import { OverlapMatrix } from './overlap-matrix.tsx';
import { Reckoned } from './reckoned.tsx';
import { referenceOf } from './reference-of.ts';
import { ShiftTable } from './shift-table.tsx';
import { SitesTable } from './sites-table.tsx';
import { UnitsTable } from './units-table.tsx';
import type { Maps } from './use-maps.ts';
import { zoneIds } from './zones-of.ts';

/** So many maps are compared as soon as they are shown, and so many at all. */
const MOST_UNASKED = 12;
const MOST_ASKED = 50;

interface ComparisonSectionProps {
  readonly maps: Maps;
  readonly populationId: string | undefined;
}

/** The zones of the maps shown beside each other, each with what is in it, and held against one of them if wished. */
export function ComparisonSection({ maps, populationId }: ComparisonSectionProps) {
  const { query, change } = useCasePlace();
  const { layerName } = useMapNames();
  const [isAsked, setIsAsked] = useState(false);
  const zones = maps.shown.filter((layer) => zoneIds(layer).length > 0);
  const reference = referenceOf(zones, query.reference);
  const others = zones.filter((layer) => layer !== reference);
  // Every two of them are laid over each other: many are waited for only when somebody wants it.
  const isWaiting = zones.length > MOST_UNASKED && !isAsked;
  const asked = useMapComparison({
    maps: (isWaiting ? [] : others).map((layer) => ({ name: layerName(layer), featureIds: zoneIds(layer) })),
    ...(reference && { reference: { name: layerName(reference), featureIds: zoneIds(reference) } }),
    ...(populationId && { populationId }),
  });
  return (
    <>
      {zones.length > 1 && (
        <SelectField
          label={t('maps.reference')}
          value={reference?.key ?? ''}
          onChange={(key) => change({ reference: key || 'none' }, { replace: true })}
          hint={t('maps.referenceHint')}
          options={[{ value: '', label: t('maps.noReference') }, ...zones.map((one) => ({ value: one.key, label: layerName(one) }))]}
        />
      )}
      {zones.length === 0 ? (
        <p className="nothing">{t('maps.noZonesShown')}</p>
      ) : zones.length > MOST_ASKED ? (
        <p className="nothing">{t('maps.tooManyMaps', { count: zones.length, most: MOST_ASKED })}</p>
      ) : isWaiting ? (
        <Button onPress={() => setIsAsked(true)}>{t('maps.reckonMany', { count: zones.length })}</Button>
      ) : (
        <>
          {isAsked && asked.fetchStatus === 'fetching' && <Button onPress={() => setIsAsked(false)}>{t('maps.stop')}</Button>}
          <Reckoned query={asked}>
            {({ result }) => {
              const columns = columnsOf(result, maps.all);
              return (
                <>
                  <ComparisonTable columns={columns} hasReference={result.reference !== null} />
                  {columns.length > 1 && <OverlapMatrix matrix={result.overlapMatrix} />}
                  <SitesTable columns={columns} />
                  <UnitsTable columns={columns} />
                  <MethodNote note={result.note} />
                </>
              );
            }}
          </Reckoned>
        </>
      )}
      <ShiftTable maps={maps} />
    </>
  );
}
