import { useState } from 'react';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { BetweenPanel } from './between-panel.tsx';
import type { Draft } from './canvas/draft.ts';
import type { Shape } from './canvas/types.ts';
import { DetailsPanel } from './details-panel.tsx';
import { DrawPanel, EditPanel } from './draw-panel.tsx';
import { FeaturePanel } from './feature-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { LayerList } from './layer-list.tsx';
import { MapExports } from './map-exports.tsx';
import { MapStage } from './map-stage.tsx';
import { MapsHead } from './maps-head.tsx';
import { MapsSteps } from './maps-steps.tsx';
import { PlacePanel } from './place-panel.tsx';
import { PopulationPanel } from './population-panel.tsx';
import { PrintHead, PrintLegend } from './print-sheet.tsx';
import { Reckoning } from './reckoning.tsx';
import { unsavedDrawings } from './unsaved-drawings.ts';
import { type Maps, useMaps } from './use-maps.ts';

const NONE: readonly Shape[] = [];

/** Each side's lines and zones over each other, and what they come to. A map is a claim: whose it is stands always beside it. */
export default function MapsView() {
  const { caseId, query } = useCasePlace();
  const maps = useMaps();
  const [draft, setDraft] = useState<Draft | null>(null);
  const draw = (next: Draft | null) => {
    if (next !== null && query.open) unsavedDrawings(caseId).keep(query.open, next);
    setDraft(next);
  };
  const [besides, setBesides] = useState<readonly Shape[]>(NONE);
  if (!maps) return <p className="loading">{t('shell.loading')}</p>;
  const [panel = ''] = (query.open ?? '').split(':');
  const hasMap = maps.entries.length > 0 || ['import', 'draw', 'edit'].includes(panel);
  return (
    <>
      <section className="view maps" aria-label={t('nav.maps')}>
        <PrintHead />
        <MapsHead maps={maps} />
        <MapsSteps maps={maps} />
        {hasMap && (
          <div className="maps-body">
            <LayerList maps={maps} />
            <MapStage maps={maps} besides={besides} draft={draft} onDraft={draw} />
          </div>
        )}
        <PrintLegend maps={maps} />
        {maps.all.length > 0 && <Reckoning maps={maps} />}
        {maps.entries.length > 0 && <MapExports maps={maps} />}
      </section>
      <OpenPanel maps={maps} draft={draft} onDraft={draw} onBesides={setBesides} />
    </>
  );
}

interface OpenPanelProps {
  readonly maps: Maps;
  readonly draft: Draft | null;
  readonly onDraft: (draft: Draft | null) => void;
  readonly onBesides: (shapes: readonly Shape[]) => void;
}

/** What the address has open beside the map. */
function OpenPanel({ maps, draft, onDraft, onBesides }: OpenPanelProps) {
  const { caseId, query, change } = useCasePlace();
  const onClose = () => change({ open: undefined });
  const [kind = '', id = ''] = (query.open ?? '').split(':');
  const isThere = maps.entries.some((one) => one.id === id);
  const open = query.open ?? '';
  const unsaved = unsavedDrawings(caseId);
  const drawing = { draft, onDraft, unsaved: unsaved.get(open), onRecorded: () => unsaved.forget(open), onClose };
  switch (kind) {
    case 'feature': {
      const feature = maps.entries.find((one) => one.id === id);
      return feature ? <FeaturePanel feature={feature} maps={maps} onClose={onClose} /> : null;
    }
    case 'details':
      if (!isThere) return null;
      return <DetailsPanel key={id} id={id} maps={maps} onClose={onClose} />;
    case 'import':
      return <ImportPanel onPreview={onBesides} onClose={onClose} />;
    case 'draw':
      if (id === 'place') return <PlacePanel onClose={onClose} />;
      return <DrawPanel key={id} shape={id === 'line' ? 'line' : 'zone'} {...drawing} />;
    case 'edit':
      if (!isThere) return null;
      return <EditPanel key={id} id={id} {...drawing} />;
    case 'population':
      return <PopulationPanel populations={maps.populations} onClose={onClose} />;
    case 'between':
      return <BetweenPanel maps={maps} population={query.population} onFound={onBesides} onClose={onClose} />;
    default:
      return null;
  }
}
