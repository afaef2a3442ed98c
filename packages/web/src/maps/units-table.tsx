import { t } from '../strings/strings.ts';
import { bandText, percentText } from './amounts.ts';
import type { Compared } from './compared.ts';
import { NamedLink } from './feature-names.tsx';
import { useMapNames } from './map-words.ts';
import { placedOnce } from './placed-names.ts';
import { WideTable } from './wide-table.tsx';

/** Municipalities and camps: which lie in a map whole, and which a border cuts. */
export function UnitsTable({ columns }: { columns: readonly Compared[] }) {
  const { layerName } = useMapNames();
  const units = placedOnce(columns.map(({ figures }) => figures.units));
  if (units.length === 0) return null;
  return (
    <WideTable name={t('maps.units')}>
      <table className="lines reckoned">
        <caption>{t('maps.units')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('maps.unit')}</th>
            {columns.map(({ layer }) => (
              <th key={layer.key} scope="col">
                <bdi>{layerName(layer)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                <NamedLink id={id} name={name} />
              </th>
              {columns.map(({ layer, figures }) => {
                const unit = figures.units?.find((one) => one.id === id);
                return (
                  <td key={layer.key}>
                    {unit && t(`maps.unit.${unit.where}`)}
                    {unit && (unit.where === 'cut' || unit.where === 'uncertain') && (
                      <small>{t('maps.unitShare', { share: bandText(unit.shareInside, percentText) })}</small>
                    )}
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
