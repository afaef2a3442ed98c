import { useMapComparison } from '../api/queries.ts';
import type { MapComparison } from '../api/types.ts';
import { SelectField } from '../controls/field.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { ComparisonTable } from './comparison-table.tsx';
import type { MapLayer } from './map-layers.ts';
import { useMapNames } from './map-words.ts';
import { MethodNote } from './method-note.tsx';
import { OverlapMatrix } from './overlap-matrix.tsx';
import { Reckoned } from './reckoned.tsx';
import { ShiftTable } from './shift-table.tsx';
import { SitesTable } from './sites-table.tsx';
import { UnitsTable } from './units-table.tsx';
import type { Maps } from './use-maps.ts';
import { zoneIds } from './zones-of.ts';

interface ComparisonSectionProps {
  readonly maps: Maps;
  readonly populationId: string | undefined;
}

/** The zones of the maps shown beside each other, each with what is in it, and held against one of them if wished. */
export function ComparisonSection({ maps, populationId }: ComparisonSectionProps) {
  const { query, change } = useCasePlace();
  const { layerName } = useMapNames();
  const zones = maps.shown.filter((layer) => zoneIds(layer).length > 0);
  const reference = zones.find(({ key }) => key === query.reference);
  const others = zones.filter((layer) => layer !== reference);
  const asked = useMapComparison({
    maps: others.map((layer) => ({ name: layerName(layer), featureIds: zoneIds(layer) })),
    ...(reference && { reference: { name: layerName(reference), featureIds: zoneIds(reference) } }),
    ...(populationId && { populationId }),
  });
  const shown = reference ? [reference, ...others] : others;
  return (
    <>
      {zones.length > 1 && (
        <SelectField
          label={t('maps.reference')}
          value={reference?.key ?? ''}
          onChange={(key) => change({ reference: key || undefined }, { replace: true })}
          hint={t('maps.referenceHint')}
          options={[{ value: '', label: t('maps.noReference') }, ...zones.map((one) => ({ value: one.key, label: layerName(one) }))]}
        />
      )}
      {zones.length === 0 ? (
        <p className="nothing">{t('maps.noZonesShown')}</p>
      ) : (
        <Reckoned query={asked}>
          {({ result }) => {
            const columns = columnsOf(result, shown);
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
      )}
      <ShiftTable maps={maps} />
    </>
  );
}

/** A map of the comparison, as a row or column of its tables. */
export interface Compared {
  readonly layer: MapLayer;
  readonly isReference: boolean;
  readonly figures: MapComparison['maps'][number];
}

function columnsOf({ reference, maps }: MapComparison, layers: readonly MapLayer[]): Compared[] {
  const figures = reference ? [reference, ...maps] : maps;
  return figures.flatMap((one, at) => {
    const layer = layers[at];
    return layer ? [{ layer, isReference: reference !== null && at === 0, figures: one }] : [];
  });
}
