import { describe, expect, it } from 'vitest';
import { readText } from '../read-text.ts';
import { spokenOn } from './spoken-time.ts';

describe('spokenOn', () => {
  // 2025-07-12 was a Saturday.
  it.each([
    ['on tuesday', '2025-07-08'],
    ['late tuesday evening', '2025-07-08'],
    ['on saturday', '2025-07-12'],
    ['late last night', '2025-07-11'],
    ['yesterday', '2025-07-11'],
    ['this morning', '2025-07-12'],
    ['in june', '2025-06'],
    ['in october', '2024-10'],
    ['on july 3', '2025-07-03'],
    ['on 3 december', '2024-12-03'],
    ['on july 3 , 2023', '2023-07-03'],
    ['last month', '2025-06'],
    ['last year', '2024'],
    ['in 2019', '2019'],
    ['last friday', null],
    ['on monday and on tuesday', null],
    ['in may', '2025-05'],
    ['they may', null],
    ['on february 30', null],
    ['in a statement', null],
  ])('%s → %s', (words, date) => {
    expect(spokenOn(words.split(' '), '2025-07-12')).toBe(date);
  });

  it('says nothing of a weekday against a month or no date', () => {
    expect(spokenOn(['on', 'tuesday'], '2025-07')).toBeNull();
    expect(spokenOn(['yesterday'], undefined)).toBeNull();
  });
});

describe('when a statement was made', () => {
  const saidOn = (text: string): (string | null)[] =>
    readText(text, { published: '2025-07-12' }).statements.map((one) => one.saidOn ?? null);

  it('takes the time beside the cue', () => {
    expect(saidOn('The envoy said on Tuesday that the bridge would open.')).toEqual(['2025-07-08']);
    expect(saidOn('“The bridge is closed,” the envoy said late last night.')).toEqual(['2025-07-11']);
  });

  it('takes no time out of what was said', () => {
    expect(saidOn('The envoy said that the bridge would open on Tuesday.')).toEqual([null]);
    expect(saidOn('The envoy said: “We met on Monday in the old town.”')).toEqual([null]);
  });
});
