import { useMap } from '../api/queries.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { useMapNames } from '../maps/map-words.ts';
import { t } from '../strings/strings.ts';

interface FeatureIdsFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** Features of the maps, each with whose it is; nothing where the case has no maps and none is named. */
export function FeatureIdsField({ label, value, onChange }: FeatureIdsFieldProps) {
  const { partyName } = useMapNames();
  const features = useMap().data?.features ?? [];
  if (features.length === 0 && value.length === 0) return null;
  const labelOf = (id: string): string => {
    const feature = features.find((one) => one.id === id);
    if (feature === undefined) return id;
    return [nameText(feature.name), partyName(feature.partyId), feature.version].filter(Boolean).join(' · ');
  };
  return (
    <div className="feature-ids">
      <ul className="plain" aria-label={label}>
        {value.map((id) => (
          <li key={id}>
            <bdi>{labelOf(id)}</bdi>{' '}
            <Button
              look="quiet"
              aria-label={t('maps.unlink', { name: labelOf(id) })}
              onPress={() => onChange(value.filter((one) => one !== id))}
            >
              <span aria-hidden="true">×</span>
            </Button>
          </li>
        ))}
      </ul>
      <SelectField
        label={label}
        value=""
        onChange={(id) => id !== '' && onChange([...value, id])}
        options={[
          { value: '', label: t('correct.none') },
          ...features.filter(({ id }) => !value.includes(id)).map(({ id }) => ({ value: id, label: labelOf(id) })),
        ]}
      />
    </div>
  );
}
