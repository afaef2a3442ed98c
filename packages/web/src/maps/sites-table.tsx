import { t } from '../strings/strings.ts';
import { metersText } from './amounts.ts';
import type { Compared } from './compared.ts';
import { useMapNames } from './map-words.ts';

/** Hospitals, crossings and other places: on which side of each border, and how far from it. */
export function SitesTable({ columns }: { columns: readonly Compared[] }) {
  const { layerName } = useMapNames();
  const names = [...new Set(columns.flatMap(({ figures }) => (figures.sites ?? []).map(({ name }) => name)))];
  if (names.length === 0) return null;
  return (
    <div className="wide-table">
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
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {columns.map(({ layer, figures }) => {
                const site = figures.sites?.find((one) => one.name === name);
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
    </div>
  );
}
