import type { MapComparison } from '../api/types.ts';
import { t } from '../strings/strings.ts';
import { areaText, percentText } from './amounts.ts';
import { BandText } from './band-text.tsx';
import { WideTable } from './wide-table.tsx';

/** What any two of the maps have in common. */
export function OverlapMatrix({ matrix: { names, areaKm2, percentOfRow } }: { matrix: MapComparison['overlapMatrix'] }) {
  return (
    <WideTable name={t('maps.matrix')}>
      <table className="lines reckoned">
        <caption>{t('maps.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('maps.matrixRow')}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, row) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {names.map((other, column) => {
                const [area, percent] = [areaKm2[row]?.[column], percentOfRow[row]?.[column]];
                if (row === column || !area || !percent) return <td key={other} className="itself" />;
                return (
                  <td key={other}>
                    <BandText band={area} text={areaText} />
                    <small>{t('maps.ofRow', { share: percentText(percent.value) })}</small>
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
