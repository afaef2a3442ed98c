import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

describe('words told inside words', () => {
  it('keeps every outer speaker, nearest first', () => {
    const { statements } = readText(
      'The harbour radio reported that the envoy said that the governor had told her that the bridge was safe.',
    );
    const inner = statements.find((one) => one.source?.text === 'the governor');
    expect(inner?.relays.map((relay) => relay.name)).toEqual(['the envoy', 'The harbour radio']);
  });
});

describe('strength by the sentence', () => {
  it.each([
    ['The delegation ruled out a longer truce.', ['rejects']],
    ['The minister said the delegation would consider a longer truce.', ['asserts', 'expects']],
    ['The delegation would consider a longer truce.', ['expects']],
    ['The minister said they would never accept the map.', ['rejects']],
    ['The delegation has not rejected the proposal.', ['declinesToSay']],
    ['The delegation did not say that the bridge would open.', ['declinesToSay']],
    ['The governor refused to comment on the map.', ['declinesToSay']],
    ['The governor denied that the convoy was stopped.', ['denies']],
  ])('%s', (text, strengths) => {
    const { statements } = readText(text);
    expect(statements.length).toBeGreaterThan(0);
    for (const one of statements) expect(strengths).toContain(one.strength);
    for (const one of statements) expect(one.strength).not.toBe('accepts');
  });
});
