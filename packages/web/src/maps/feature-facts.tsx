import { useSources } from '../api/queries.ts';
import type { MapEntry } from '../api/types.ts';
import { DateText } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { currentAddress } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { metersText } from './amounts.ts';
import { Fact } from './fact.tsx';
import { FeatureLink } from './feature-names.tsx';
import { useCompartmentNames, useMapNames } from './map-words.ts';
import type { Maps } from './use-maps.ts';

/** Where a feature comes from and how far it can be trusted. */
export function FeatureFacts({ feature, maps }: { feature: MapEntry; maps: Maps }) {
  const { hrefTo } = useCasePlace();
  const { versionName } = useMapNames();
  const compartmentNames = useCompartmentNames();
  const source = useSources().data?.find(({ id }) => id === feature.sourceId);
  const old = maps.entries.find(({ id }) => id === feature.replacesId);
  const newer = maps.entries.filter(({ replacesId }) => replacesId === feature.id);
  const layer = maps.all.find(({ features }) => features.includes(feature));
  return (
    <dl className="facts">
      {layer && <Fact name={t('maps.map')}>{versionName(layer)}</Fact>}
      <Fact name={t('maps.category')}>{t(`maps.category.${feature.category ?? 'other'}`)}</Fact>
      <Fact name={t('maps.on')}>
        <DateText date={feature.on} none={t('date.none')} />
      </Fact>
      <Fact name={t('maps.madeHow')}>{feature.madeHow ? t(`maps.made.${feature.madeHow}`) : t('maps.notSaid')}</Fact>
      <Fact name={t('maps.accuracyMeters')}>
        {feature.accuracyMeters == null ? t('maps.noAccuracyLong') : t('maps.within', { distance: metersText(feature.accuracyMeters) })}
      </Fact>
      <Fact name={t('maps.source')}>
        {source ? (
          <Link to={hrefTo('record', { from: currentAddress() }, source.id)}>
            <bdi>{source.title}</bdi>
          </Link>
        ) : (
          t('maps.noSource')
        )}
      </Fact>
      {feature.contested && <Fact name={t('maps.contested')}>{t('maps.drawnContested')}</Fact>}
      {feature.namedBy && (
        <Fact name={t('maps.namedBy')}>
          <bdi>{feature.namedBy}</bdi>
        </Fact>
      )}
      {feature.pCode && <Fact name={t('maps.pCode')}>{feature.pCode}</Fact>}
      <Fact name={t('compartment.label')}>{compartmentNames([feature.compartment])}</Fact>
      {old && (
        <Fact name={t('maps.replacesFeature')}>
          <FeatureLink feature={old} /> <DateText date={old.on} />
        </Fact>
      )}
      {newer.map((one) => (
        <Fact key={one.id} name={t('maps.replacedByFeature')}>
          <FeatureLink feature={one} /> <DateText date={one.on} />
        </Fact>
      ))}
    </dl>
  );
}
