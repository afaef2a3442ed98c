import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { direction, t } from '../../strings/strings.ts';

interface SwipeHandleProps {
  readonly root: RefObject<HTMLElement | null>;
  /** The share of the picture that the first side has, 0 to 1; the first side is where reading begins. */
  readonly share: number;
  readonly onShare: (share: number) => void;
  readonly firstName: string;
  readonly secondName: string;
}

const STEP = 0.02;

/** Parts the map in two: dragged, or moved by arrow keys, Home and End. */
export function SwipeHandle({ root, share, onShare, firstName, secondName }: SwipeHandleProps) {
  const isDragged = useRef(false);
  const to = (next: number) => onShare(Math.min(1, Math.max(0, next)));

  const drag = (event: PointerEvent) => {
    event.stopPropagation();
    if (!isDragged.current) return;
    const box = root.current?.getBoundingClientRect();
    if (box === undefined) return;
    const across = (event.clientX - box.left) / box.width;
    to(direction === 'rtl' ? 1 - across : across);
  };

  const key = (event: KeyboardEvent) => {
    const onwards = direction === 'rtl' ? -1 : 1;
    const next = {
      ArrowRight: share + onwards * STEP,
      ArrowLeft: share - onwards * STEP,
      ArrowUp: share + STEP,
      ArrowDown: share - STEP,
      PageUp: share + 5 * STEP,
      PageDown: share - 5 * STEP,
      Home: 0,
      End: 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    to(next);
  };

  const percent = Math.round(share * 100);
  return (
    <div className="map-swipe" style={{ insetInlineStart: `${share * 100}%` }}>
      <span className="map-swipe-name first">{firstName}</span>
      <span className="map-swipe-name second">{secondName}</span>
      <div
        className="map-swipe-handle"
        role="slider"
        tabIndex={0}
        aria-label={t('mapCanvas.swipe', { first: firstName, second: secondName })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={t('mapCanvas.swipeAt', { share: percent, first: firstName })}
        onKeyDown={key}
        onPointerDown={(event) => {
          event.stopPropagation();
          if (event.button !== 0) return;
          isDragged.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={drag}
        onPointerUp={(event) => {
          event.stopPropagation();
          isDragged.current = false;
        }}
        onPointerCancel={() => {
          isDragged.current = false;
        }}
        onClick={(event) => event.stopPropagation()}
      >
        <span className="map-swipe-grip" aria-hidden="true" />
      </div>
    </div>
  );
}
