/** Colours that say neither right nor wrong, of one strength, and told apart by people who see fewer of them. */
export const TONE_COLOURS = ['#2f6690', '#a8761b', '#6f4e9c', '#1f7f78', '#8a4b2d', '#4f5d6b', '#9a3f77', '#6c6f1e'] as const;

/** Lines across a zone, at an angle and so far apart. */
export interface Hatching {
  readonly angleDegrees: number;
  readonly gap: number;
}

/** The hatching of a tone, so that zones are told apart without colour: lines one way, or crossed. */
export function tonePattern(tone: number): readonly Hatching[] {
  return PATTERNS[tone % PATTERNS.length] ?? [];
}

const PATTERNS: readonly (readonly Hatching[])[] = [
  [{ angleDegrees: 45, gap: 8 }],
  [{ angleDegrees: -45, gap: 8 }],
  [{ angleDegrees: 0, gap: 8 }],
  [{ angleDegrees: 90, gap: 8 }],
  [
    { angleDegrees: 45, gap: 12 },
    { angleDegrees: -45, gap: 12 },
  ],
  [
    { angleDegrees: 0, gap: 12 },
    { angleDegrees: 90, gap: 12 },
  ],
  [{ angleDegrees: 20, gap: 5 }],
  [{ angleDegrees: -20, gap: 5 }],
];
