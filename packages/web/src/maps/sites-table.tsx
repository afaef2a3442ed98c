import { t } from '../strings/strings.ts';
import { metersText } from './amounts.ts';
import type { Compared } from './compared.ts';
import { NamedLink } from './feature-names.tsx';
import { useMapNames } from './map-words.ts';
import { placedOnce } from './placed-names.ts';
import { WideTable } from './wide-table.tsx';

/** Hospitals, crossings and other places: on which side of each border, and how far from it. */
export function SitesTable({ columns }: { columns: readonly Compared[] }) {
  const { layerName } = useMapNames();
  const sites = placedOnce(columns.map(({ figures }) => figures.sites));
  if (sites.length === 0) return null;
  return (
    <WideTable name={t('maps.sites')}>
      <table className="lines reckoned">
        <caption>{t('maps.sites')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('maps.site')}</th>
            {columns.map(({ layer }) => (
              <th key={layer.key} scope="col">
                <bdi>{layerName(layer)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sites.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                <NamedLink id={id} name={name} />
              </th>
              {columns.map(({ layer, figures }) => {
                const site = figures.sites?.find((one) => one.id === id);
                return (
                  <td key={layer.key} className={site?.where === 'uncertain' ? 'uncertain' : undefined}>
                    {site && t(`maps.where.${site.where}`, { distance: metersText(site.signedMeters) })}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
