import { expect, test } from 'vitest';
import { stepLines } from './step-lines.ts';

const frame = { firstDay: '2025-07-01', lastDay: '2025-07-11', width: 104, height: 20, margin: 2 };

test('a stance that moves is a step down or up on its day', () => {
  const movement = {
    firstStated: '2025-07-01',
    lastMoved: '2025-07-06',
    lines: [
      {
        optionId: 'shared',
        points: [
          { day: '2025-07-01', stance: 'rejects' as const },
          { day: '2025-07-06', stance: 'mayAccept' as const },
        ],
      },
    ],
  };
  expect(stepLines(movement, frame)).toEqual([{ optionId: 'shared', path: 'M2 14H52V10H102', changes: [{ x: 52, y: 10 }] }]);
});

test('the firmest wish is at the top, a red line at the bottom', () => {
  const line = (stance: 'demands' | 'redLine') =>
    stepLines({ firstStated: null, lastMoved: null, lines: [{ optionId: 'o', points: [{ day: '2025-07-01', stance }] }] }, frame)[0]?.path;
  expect(line('demands')).toBe('M2 2H102');
  expect(line('redLine')).toBe('M2 18H102');
});

test('a table with a single day still has a width', () => {
  const movement = {
    firstStated: null,
    lastMoved: null,
    lines: [{ optionId: 'o', points: [{ day: '2025-07-01', stance: 'accepts' as const }] }],
  };
  expect(stepLines(movement, { ...frame, lastDay: '2025-07-01' })[0]?.path).toBe('M2 6H102');
});

test('said twice without a change is no change', () => {
  const points = [
    { day: '2025-07-01', stance: 'accepts' as const },
    { day: '2025-07-05', stance: 'accepts' as const },
  ];
  expect(stepLines({ firstStated: null, lastMoved: null, lines: [{ optionId: 'o', points }] }, frame)[0]?.changes).toEqual([]);
});
