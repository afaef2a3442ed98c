import { expect, test } from 'vitest';
import { caseFileName } from './case-file-name.ts';

test('a title becomes a name of letters and digits in its own script', () => {
  expect(caseFileName({ en: 'Doha talks, July 2025' })).toBe('doha-talks-july-2025');
  expect(caseFileName({ ar: 'محادثات الدوحة' })).toBe('محادثات-الدوحة');
});

test('a title cannot lead out of the folder, hide the file or take a name that Windows keeps', () => {
  expect(caseFileName({ en: '../../etc/passwd' })).toBe('etc-passwd');
  expect(caseFileName({ en: 'C:\\temp\\x' })).toBe('c-temp-x');
  expect(caseFileName({ en: '.hidden' })).toBe('hidden');
  expect(caseFileName({ en: 'NUL' })).toBe('case-nul');
  expect(caseFileName({ en: '***' })).toBe('case');
});

test('a long title is cut between characters, within what file systems allow', () => {
  const name = caseFileName({ en: '𐐨'.repeat(400) });
  expect(Buffer.byteLength(name)).toBe(120);
  expect(name).toBe('𐐨'.repeat(30));
});
