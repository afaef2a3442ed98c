import { useState } from 'react';
import type { MapEntry } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { formatPlace } from '../router/place.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { areaText, lengthText } from './amounts.ts';

/** The features of one map: by name where there are few, opened on demand where there are many. */
export function FeatureNames({ features }: { features: readonly MapEntry[] }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('maps.features', { count: features.length })}</summary>
      {/* Not drawn up before it is asked for: a case may have hundreds. */}
      {isOpen && (
        <ul className="plain">
          {features.map((feature) => (
            <li key={feature.id}>
              <FeatureLink feature={feature} /> <small>{measureText(feature)}</small>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** A feature's name, to open what is known of it beside the map. */
export function FeatureLink({ feature: { id, name } }: { feature: Pick<MapEntry, 'id' | 'name'> }) {
  return <NamedLink id={id} name={nameText(name)} />;
}

/** The same where its name was already chosen. */
export function NamedLink({ id, name }: { id: string; name: string }) {
  const { route, query } = useCasePlace();
  const open = `feature:${id}`;
  return (
    <Link to={formatPlace({ route, query: { ...query, open } })} aria-current={query.open === open ? 'true' : undefined}>
      <bdi>{name}</bdi>
    </Link>
  );
}

/** Its area or length as drawn; nothing for a place. */
export function measureText({ areaKm2, lengthKm }: Pick<MapEntry, 'areaKm2' | 'lengthKm'>): string {
  if (areaKm2 !== null) return areaText(areaKm2);
  return lengthKm === null ? '' : lengthText(lengthKm);
}
