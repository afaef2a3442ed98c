import type { ReactNode } from 'react';
import type { Compared } from './compared.ts';
import { NamedLink } from './feature-names.tsx';
import { useMapNames } from './map-words.ts';
import { placedOnce } from './placed-names.ts';
import { WideTable } from './wide-table.tsx';

interface Placed {
  readonly id: string;
  readonly name: string;
}

/** What stands on the ground, a row each, and where it is towards each map, a column each. Nothing where there is none. */
export function PlacedTable<P extends Placed>(props: {
  caption: string;
  head: string;
  columns: readonly Compared[];
  placedIn: (figures: Compared['figures']) => readonly P[] | null;
  children: (placed: P) => ReactNode;
  isUncertain?: (placed: P) => boolean;
}) {
  const { caption, head, columns, placedIn, children, isUncertain } = props;
  const { layerName } = useMapNames();
  const rows = placedOnce(columns.map(({ figures }) => placedIn(figures)));
  if (rows.length === 0) return null;
  return (
    <WideTable name={caption}>
      <table className="lines reckoned">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map(({ layer }) => (
              <th key={layer.key} scope="col">
                <bdi>{layerName(layer)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                <NamedLink id={id} name={name} />
              </th>
              {columns.map(({ layer, figures }) => {
                const placed = placedIn(figures)?.find((one) => one.id === id);
                return (
                  <td key={layer.key} className={placed && isUncertain?.(placed) ? 'uncertain' : undefined}>
                    {placed && children(placed)}
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
