import { useKind } from '../api/queries.ts';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { listedKeys } from './listed-keys.ts';

/** The way to features on the maps, for what names them; nothing where it names none. */
export function MapLink({ featureIds, label = t('maps.showLinked') }: { featureIds: readonly string[] | undefined; label?: string }) {
  const { hrefTo } = useCasePlace();
  const features = listedKeys(featureIds ?? []);
  const only = featureIds?.length === 1 ? `feature:${featureIds[0]}` : undefined;
  if (features === undefined) return null;
  return (
    <Link className="map-link" to={hrefTo('maps', { features, ...(only && { open: only }) })}>
      {label}
    </Link>
  );
}

/** The same for an option of an issue. */
export function OptionMapLink({ issueId, optionId }: { issueId: string; optionId: string }) {
  const options = useKind('issue').data?.find(({ id }) => id === issueId)?.body.options;
  return <MapLink featureIds={options?.find(({ id }) => id === optionId)?.featureIds} />;
}

/** The same for all options of an issue together, where more than one is drawn. */
export function IssueMapLink({ issueId }: { issueId: string }) {
  const options = useKind('issue').data?.find(({ id }) => id === issueId)?.body.options ?? [];
  const drawn = options.flatMap(({ featureIds }) => (featureIds?.length ? [featureIds] : []));
  return drawn.length > 1 ? <MapLink featureIds={drawn.flat()} label={t('maps.showAllLinked')} /> : null;
}
