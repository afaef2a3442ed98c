import { readText } from '@parley/reader';
import { expect, it } from 'vitest';
import { suggestionsFrom } from './suggestions.ts';

it('passes on when a statement was made, and nothing where the words do not tell', () => {
  const published = '2025-07-12';
  const reading = readText('The envoy said on Tuesday that the bridge would open. The governor said that it would stay shut.', {
    published,
  });
  expect(suggestionsFrom(reading, 'source', published).statements.map((one) => one.saidOn)).toEqual(['2025-07-08', undefined]);
});
