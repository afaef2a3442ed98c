import { useKind } from '../api/queries.ts';
import { Link } from '../router/link.tsx';
import { currentAddress } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { listedKeys } from './listed-keys.ts';

/** The way to features on the maps, for what names them; nothing where it names none. */
export function MapLink({ featureIds }: { featureIds: readonly string[] | undefined }) {
  const { hrefTo } = useCasePlace();
  const features = listedKeys(featureIds ?? []);
  const only = featureIds?.length === 1 ? `feature:${featureIds[0]}` : undefined;
  if (features === undefined) return null;
  return (
    <Link className="map-link" to={hrefTo('maps', { features, ...(only && { open: only }), from: currentAddress() })}>
      {t('maps.showLinked')}
    </Link>
  );
}

/** The same for an option of an issue. */
export function OptionMapLink({ issueId, optionId }: { issueId: string; optionId: string }) {
  const options = useKind('issue').data?.find(({ id }) => id === issueId)?.body.options;
  return <MapLink featureIds={options?.find(({ id }) => id === optionId)?.featureIds} />;
}
