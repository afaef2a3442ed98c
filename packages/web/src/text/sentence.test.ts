import { expect, test } from 'vitest';
import { sentence } from './sentence.ts';

test('a message becomes a sentence', () => expect(sentence('there is no source "x"')).toBe('There is no source "x".'));
test('one that is a sentence stays as it is', () => expect(sentence('Try again!')).toBe('Try again!'));
test('nothing stays nothing', () => expect(sentence(' ')).toBe(''));
