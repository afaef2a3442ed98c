import { t } from '../strings/strings.ts';
import { bandText, percentText } from './amounts.ts';
import type { Compared } from './compared.ts';
import { useMapNames } from './map-words.ts';

/** Municipalities and camps: which lie in a map whole, and which a border cuts. */
export function UnitsTable({ columns }: { columns: readonly Compared[] }) {
  const { layerName } = useMapNames();
  const names = [...new Set(columns.flatMap(({ figures }) => (figures.units ?? []).map(({ name }) => name)))];
  if (names.length === 0) return null;
  return (
    <div className="wide-table">
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
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {columns.map(({ layer, figures }) => {
                const unit = figures.units?.find((one) => one.name === name);
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
    </div>
  );
}
