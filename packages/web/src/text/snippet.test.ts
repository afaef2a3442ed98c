import { expect, test } from 'vitest';
import { snippetParts } from './snippet.ts';

const plain = (snippet: string) =>
  snippetParts(snippet)
    .map(({ text, matched }) => (matched ? `[${text}]` : text))
    .join('');

test('matched words are told apart', () => expect(plain('the \uE000aid\uE001 must \uE000come\uE001 in')).toBe('the [aid] must [come] in'));
test('a match that is cut off at the end still shows', () => expect(plain('the \uE000aid')).toBe('the [aid]'));
test('a snippet without matches is itself', () => expect(plain('nothing')).toBe('nothing'));
