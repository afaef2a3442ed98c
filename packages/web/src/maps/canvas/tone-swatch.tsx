import { useId } from 'react';
import { ORNAMENTS, Patterns, SYMBOLS, toneOf } from './tones.tsx';
import type { Shape } from './types.ts';

interface ToneSwatchProps {
  readonly tone: number;
  readonly shape: Shape['shape'];
}

/** A small picture of a tone as a zone, line or place is drawn in it, for a list of layers. */
export function ToneSwatch({ tone, shape }: ToneSwatchProps) {
  const prefix = `${useId()}swatch-`;
  const at = toneOf(tone);
  const ornament = ORNAMENTS[at];
  return (
    <svg className={`map-swatch map-shape ${shape} tone-${at}`} width="30" height="18" aria-hidden="true">
      {shape === 'zone' && (
        <>
          <Patterns prefix={prefix} window={{ originX: 0, originY: 0, scale: 1, width: 30, height: 18 }} />
          <rect x="1" y="1" width="28" height="16" fill={`url(#${prefix}tone-${at})`} />
          <rect className="map-zone" x="1" y="1" width="28" height="16" />
        </>
      )}
      {shape === 'line' && (
        <>
          <path className={at === 3 ? 'map-line double' : 'map-line'} d="M1 9H29" />
          {at === 3 && <path className="map-line-inner" d="M1 9H29" />}
          {ornament !== undefined && ornament.width > 0 && (
            <path
              className="map-line-ornament"
              d="M5 9H29"
              strokeWidth={ornament.width}
              strokeDasharray={ornament.dashes}
              strokeLinecap={ornament.round ? 'round' : 'butt'}
            />
          )}
        </>
      )}
      {shape === 'place' && <path className="map-symbol" d={SYMBOLS[at]} transform="translate(15 9)" />}
    </svg>
  );
}
