import { expect, test } from 'vitest';
import { sourceInput } from './source-input.ts';

const note = { kind: 'note' } as const;

test('pasted text is plain text, a file is judged by its name', () => {
  expect(sourceInput({ ...note, text: 'né' })).toEqual({ ...note, bytes: new Uint8Array([0x6e, 0xc3, 0xa9]), mediaType: 'text/plain' });
  expect(sourceInput({ ...note, text: 'x', fileName: 'a.html' })).not.toHaveProperty('mediaType');
  expect([...sourceInput({ ...note, base64: 'w6k=' }).bytes]).toEqual([0xc3, 0xa9]);
});

test('a source over 100 MB is refused before it is read', () => {
  const base64 = 'A'.repeat(Math.ceil((100 * 1024 * 1024 + 1) / 3) * 4);
  expect(() => sourceInput({ ...note, base64 })).toThrowError(expect.objectContaining({ code: 'tooLarge' }));
});
