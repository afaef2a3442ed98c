import { Button } from '../../controls/button.tsx';
import { t } from '../../strings/strings.ts';

interface ZoomButtonsProps {
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

export function ZoomButtons({ zoom, fit }: ZoomButtonsProps) {
  return (
    <div className="map-zoom">
      <Button aria-label={t('mapCanvas.zoomIn')} onPress={() => zoom(2)}>
        +
      </Button>
      <Button aria-label={t('mapCanvas.zoomOut')} onPress={() => zoom(0.5)}>
        −
      </Button>
      <Button aria-label={t('mapCanvas.fit')} onPress={fit}>
        <span className="map-fit-sign" aria-hidden="true" />
      </Button>
    </div>
  );
}
