import '../../style/map-canvas.css';
import { useRef } from 'react';
import { t } from '../../strings/strings.ts';
import { DifferenceLegend } from './difference-layer.tsx';
import { DraftPanel } from './draft-panel.tsx';
import { Picture } from './picture.tsx';
import type { MapCanvasProps } from './types.ts';
import { useExtent } from './use-extent.ts';
import { usePlane } from './use-plane.ts';
import { useSize } from './use-size.ts';

/** Maps drawn over each other on a base map, to look at, to choose from and to draw on. It takes the width that it is given. */
export function MapCanvas(props: MapCanvasProps) {
  const holder = useRef<HTMLDivElement>(null);
  const size = useSize(holder);
  const extent = useExtent(props);
  const plane = usePlane(extent);
  const { draft, onDraft, difference } = props;
  return (
    <div className="map-frame">
      <div className="map-canvas" ref={holder}>
        {size !== null && <Picture {...props} {...{ size, plane, extent }} />}
      </div>
      {difference !== undefined && <DifferenceLegend difference={difference} />}
      {draft !== undefined && onDraft !== undefined && (
        <section aria-label={t('mapCanvas.draft')}>
          <DraftPanel draft={draft} onDraft={onDraft} />
        </section>
      )}
    </div>
  );
}
