import { CheckField } from '../controls/field.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { ToneSwatch } from './canvas/tone-swatch.tsx';
import { FeatureNames } from './feature-names.tsx';
import { listedKeys } from './listed-keys.ts';
import type { GroundLayer, MapLayer } from './map-layers.ts';
import { madeTexts, useCompartmentNames, useMapNames } from './map-words.ts';
import type { Maps } from './use-maps.ts';

/** Every map of the case by party, version and phase, to be shown or not; what lies on the ground stands apart from the claims. */
export function LayerList({ maps }: { maps: Maps }) {
  const { change } = useCasePlace();
  const { partyName } = useMapNames();
  const { groups, ground } = maps.layers;
  const toggle = (key: string, on: boolean) => {
    const hidden = new Set(maps.only ? maps.all.filter((layer) => !maps.shown.includes(layer)).map((layer) => layer.key) : maps.hidden);
    if (on) hidden.delete(key);
    else hidden.add(key);
    change({ hidden: listedKeys(hidden), features: undefined }, { replace: true });
  };
  return (
    <section className="layer-list" aria-label={t('maps.list')}>
      {groups.map(({ partyId, layers }) => (
        <fieldset key={partyId ?? ''}>
          <legend>
            <bdi>{partyName(partyId)}</bdi>
          </legend>
          {layers.map((layer) => (
            <LayerRow
              key={layer.key}
              layer={layer}
              all={maps.all}
              isShown={maps.shown.includes(layer)}
              onShow={(on) => toggle(layer.key, on)}
            />
          ))}
        </fieldset>
      ))}
      {ground.length > 0 && (
        <fieldset>
          <legend>{t('maps.ground')}</legend>
          <p className="sub">{t('maps.groundHint')}</p>
          {ground.map((layer) => (
            <GroundRow key={layer.key} layer={layer} isShown={!maps.hidden.has(layer.key)} onShow={(on) => toggle(layer.key, on)} />
          ))}
        </fieldset>
      )}
    </section>
  );
}

interface LayerRowProps {
  readonly layer: MapLayer;
  readonly all: readonly MapLayer[];
  readonly isShown: boolean;
  readonly onShow: (on: boolean) => void;
}

function LayerRow({ layer, all, isShown, onShow }: LayerRowProps) {
  const { versionName } = useMapNames();
  const compartmentNames = useCompartmentNames();
  const nameOfKey = (key: string): string => {
    const other = all.find((one) => one.key === key);
    return other ? versionName(other) : '';
  };
  return (
    <div className="layer">
      <CheckField
        label={
          <>
            <ToneSwatch tone={layer.tone} shape={layer.features[0]?.shape ?? 'zone'} /> <bdi>{versionName(layer)}</bdi>
          </>
        }
        checked={isShown}
        onChange={onShow}
      />
      {madeTexts(layer.features).map((made) => (
        <small key={made}>{made}</small>
      ))}
      <small>{compartmentNames(layer.features.map(({ compartment }) => compartment))}</small>
      {layer.replacedBy.map((key) => (
        <small key={key}>{t('maps.replacedBy', { map: nameOfKey(key) })}</small>
      ))}
      {layer.replaces.map((key) => (
        <small key={key}>{t('maps.replaces', { map: nameOfKey(key) })}</small>
      ))}
      <FeatureNames features={layer.features} />
    </div>
  );
}

function GroundRow({ layer, isShown, onShow }: { layer: GroundLayer; isShown: boolean; onShow: (on: boolean) => void }) {
  return (
    <div className="layer">
      <CheckField label={t(`maps.ground.${layer.category}`, { count: layer.features.length })} checked={isShown} onChange={onShow} />
      <FeatureNames features={layer.features} />
    </div>
  );
}
