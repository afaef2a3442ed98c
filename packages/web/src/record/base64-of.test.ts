import { expect, test } from 'vitest';
import { base64Of } from './base64-of.ts';

test('bytes come back from their base64, whatever their number', () => {
  for (const length of [0, 1, 2, 100_001]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) % 256);
    expect([...Buffer.from(base64Of(bytes), 'base64')]).toEqual([...bytes]);
  }
});
