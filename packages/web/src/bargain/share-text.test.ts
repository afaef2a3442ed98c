import { expect, test } from 'vitest';
import { shareText } from './share-text.ts';

test('a share is told in per cent with its error', () => {
  expect(shareText({ share: 0.0375, error: 0.0042 })).toBe('3.8 % ± 0.4');
  expect(shareText({ share: 1, error: 0 })).toBe('100 % ± 0');
});
