import type { RefObject } from 'react';
import { Button } from '../../controls/button.tsx';
import { showProblem } from '../../state/changes.ts';
import { t } from '../../strings/strings.ts';
import { picturePng } from './picture-file.ts';

interface MapButtonsProps {
  /** What is within the picture. */
  readonly root: RefObject<HTMLElement | null>;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

export function MapButtons({ root, zoom, fit }: MapButtonsProps) {
  return (
    <div className="map-buttons">
      <Button aria-label={t('mapCanvas.zoomIn')} onPress={() => zoom(2)}>
        +
      </Button>
      <Button aria-label={t('mapCanvas.zoomOut')} onPress={() => zoom(0.5)}>
        −
      </Button>
      <Button aria-label={t('mapCanvas.fit')} onPress={fit}>
        <span className="map-fit-sign" aria-hidden="true" />
      </Button>
      <Button aria-label={t('mapCanvas.savePicture')} onPress={() => void save(root.current?.closest<HTMLElement>('.map-canvas') ?? null)}>
        <span className="map-save-words">PNG</span>
      </Button>
    </div>
  );
}

async function save(frame: HTMLElement | null): Promise<void> {
  if (frame === null) return;
  try {
    const url = URL.createObjectURL(await picturePng(frame));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'map.png';
    link.click();
    // Only once the browser has begun to save it.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  } catch (error) {
    showProblem(error);
  }
}
