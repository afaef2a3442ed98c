import { t } from '../strings/strings.ts';
import { metersText } from './amounts.ts';
import type { Compared } from './compared.ts';
import { PlacedTable } from './placed-table.tsx';

/** Hospitals, crossings and other places: on which side of each border, and how far from it. */
export function SitesTable({ columns }: { columns: readonly Compared[] }) {
  return (
    <PlacedTable
      caption={t('maps.sites')}
      head={t('maps.site')}
      columns={columns}
      placedIn={({ sites }) => sites}
      isUncertain={({ where }) => where === 'uncertain'}
    >
      {({ where, signedMeters }) => t(`maps.where.${where}`, { distance: metersText(signedMeters) })}
    </PlacedTable>
  );
}
