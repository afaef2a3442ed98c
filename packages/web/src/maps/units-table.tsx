import { t } from '../strings/strings.ts';
import { bandText, percentText } from './amounts.ts';
import type { Compared } from './compared.ts';
import { PlacedTable } from './placed-table.tsx';

/** Municipalities and camps: which lie in a map whole, and which a border cuts. */
export function UnitsTable({ columns }: { columns: readonly Compared[] }) {
  return (
    <PlacedTable caption={t('maps.units')} head={t('maps.unit')} columns={columns} placedIn={({ units }) => units}>
      {({ where, shareInside }) => (
        <>
          {t(`maps.unit.${where}`)}
          {(where === 'cut' || where === 'uncertain') && (
            <small>{t('maps.unitShare', { share: bandText(shareInside, percentText) })}</small>
          )}
        </>
      )}
    </PlacedTable>
  );
}
