import { useMemo, useRef, useState } from 'react';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import type { Draft } from './canvas/draft.ts';
import { MapCanvas } from './canvas/map-canvas.tsx';
import type { Shape } from './canvas/types.ts';
import { extentOf, extentOfCoordinates } from './extent-of.ts';
import { measureText } from './feature-names.tsx';
import { isGround, type MapLayer } from './map-layers.ts';
import { mapPair } from './map-pair.ts';
import { madeText, useMapNames } from './map-words.ts';
import { useDifference } from './use-difference.ts';
import { drawnEntries, type Maps, shownFirst } from './use-maps.ts';
import { usePrintFit } from './use-print-fit.ts';
import { useShapes } from './use-shapes.ts';

const MODES = ['over', 'swipe', 'difference'] as const;

interface MapStageProps {
  readonly maps: Maps;
  /** Drawn besides: what an import would bring, lines between two lines. */
  readonly besides: readonly Shape[];
  readonly draft: Draft | null;
  readonly onDraft: (draft: Draft) => void;
}

/** The map, how two of the maps are put together on it, and in words what the pointer is on. */
export function MapStage({ maps, besides, draft, onDraft }: MapStageProps) {
  const { query, change } = useCasePlace();
  const { layerName } = useMapNames();
  const figure = useRef<HTMLElement>(null);
  usePrintFit(figure);
  const [hoveredId, setHoveredId] = useState<string | null>(null);
  const pair = mapPair(shownFirst(maps), query.first, query.second);
  const mode = (pair && MODES.find((one) => one === query.mode)) || 'over';
  const shapes = useShapes(maps, mode === 'swipe' ? pair : null);
  const difference = useDifference(mode === 'difference' ? pair : null);
  // What two maps have in common and not would not be seen under all the others.
  const below = difference ? shapes.ground : shapes.left;
  const left = useMemo(() => [...below, ...besides], [below, besides]);
  const selectedId = query.open?.startsWith('feature:') ? query.open.slice('feature:'.length) : null;
  // Fitted anew only when other features are shown, not whenever one of them is chosen.
  const drawn = drawnEntries(maps);
  const besidesBox = useMemo(
    () =>
      extentOf(
        besides.flatMap(({ coordinates }) => {
          const box = extentOfCoordinates(coordinates);
          return box ? [box] : [];
        }),
      ),
    [besides],
  );
  const box = JSON.stringify(extentOf([...drawn.map(({ extent }) => extent), ...(besidesBox ? [besidesBox] : [])]));
  const extent = useMemo(() => JSON.parse(box), [box]);
  const names = pair && ([layerName(pair[0]), layerName(pair[1])] as const);
  const told = maps.entries.find(({ id }) => id === (hoveredId ?? selectedId));
  const select = (id: string | null) => {
    if (draft !== null) return;
    if (id === null && selectedId !== null) change({ open: undefined });
    else if (maps.entries.some((entry) => entry.id === id)) change({ open: `feature:${id}` });
  };
  return (
    <figure ref={figure} className="map-stage" aria-label={t('maps.theMap')} aria-busy={shapes.isLoading}>
      {pair && (
        <div className="map-mode">
          <SelectField
            label={t('maps.mode')}
            value={mode}
            onChange={(next) => change({ mode: next === 'over' ? undefined : next }, { replace: true })}
            options={MODES.map((value) => ({ value, label: t(`maps.mode.${value}`) }))}
          />
          {mode !== 'over' && (
            <>
              <LayerChoice
                label={t('maps.firstMap')}
                layer={pair[0]}
                maps={maps}
                onChange={(first) => change({ first }, { replace: true })}
              />
              <LayerChoice
                label={t('maps.secondMap')}
                layer={pair[1]}
                maps={maps}
                onChange={(second) => change({ second }, { replace: true })}
              />
            </>
          )}
        </div>
      )}
      <MapCanvas
        left={left}
        right={mode === 'swipe' ? shapes.right : undefined}
        leftName={names?.[0]}
        rightName={names?.[1]}
        difference={difference && names ? { first: names[0], second: names[1], ...difference } : undefined}
        selectedId={selectedId}
        onSelect={select}
        onHover={setHoveredId}
        draft={draft ?? undefined}
        onDraft={onDraft}
        extent={extent}
        name={t('maps.theMap')}
      />
      <figcaption className="hover-line">{told ? <Told entry={told} /> : t('maps.hoverHint')}</figcaption>
    </figure>
  );
}

/** Whose a feature is, how large, how and when it was made: what must stand beside it whenever it is looked at. */
function Told({ entry }: { entry: Maps['entries'][number] }) {
  const { whose } = useMapNames();
  return (
    <>
      <b>
        <bdi>{nameText(entry.name)}</bdi>
      </b>{' '}
      {[whose(entry, isGround(entry)), measureText(entry), madeText(entry)].filter(Boolean).join(' · ')}
    </>
  );
}

interface LayerChoiceProps {
  readonly label: string;
  readonly layer: MapLayer;
  readonly maps: Maps;
  readonly onChange: (key: string) => void;
}

function LayerChoice({ label, layer, maps, onChange }: LayerChoiceProps) {
  const { layerName } = useMapNames();
  return (
    <SelectField
      label={label}
      value={layer.key}
      onChange={onChange}
      options={maps.all.map((one) => ({ value: one.key, label: layerName(one) }))}
    />
  );
}
