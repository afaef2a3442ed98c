import type { MapEntry } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SidePanel } from '../controls/side-panel.tsx';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { useRemoveFeature } from './change-feature.ts';
import { FeatureFacts } from './feature-facts.tsx';
import { FeatureFigures } from './feature-figures.tsx';
import { FeatureLinks } from './feature-links.tsx';
import { isGround } from './map-layers.ts';
import { useMapNames } from './map-words.ts';
import type { Maps } from './use-maps.ts';

interface FeaturePanelProps {
  readonly feature: MapEntry;
  readonly maps: Maps;
  readonly onClose: () => void;
}

/** What is known of a feature: whose claim it is, its figures, what it stands for, and what speaks of it. */
export function FeaturePanel({ feature, maps, onClose }: FeaturePanelProps) {
  const { change } = useCasePlace();
  const { whose } = useMapNames();
  const remove = useRemoveFeature();
  const { id, name, shape } = feature;
  return (
    <SidePanel title={<bdi>{nameText(name)}</bdi>} subject={id} below={whose(feature, isGround(feature))} onClose={onClose}>
      <FeatureFigures feature={feature} maps={maps} />
      <FeatureFacts feature={feature} maps={maps} />
      <FeatureLinks feature={feature} />
      <div className="actions">
        {shape !== 'place' && <Button onPress={() => change({ open: `edit:${id}` })}>{t('maps.redraw')}</Button>}
        <Button onPress={() => change({ open: `details:${id}` })}>{t('maps.editDetails')}</Button>
        <Button look="quiet" onPress={() => void remove(feature).then((done) => done && onClose())}>
          {t('form.remove')}
        </Button>
      </div>
    </SidePanel>
  );
}
