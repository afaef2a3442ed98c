import { sameUtterances, type Witness } from '@parley/reader';
import { expect, it } from 'vitest';
import { groupUtterances } from './group-utterances.ts';

const WITNESSES = Array.from(
  { length: 2500 },
  (_, at): Witness => ({
    id: `w-${at}`,
    sourceId: `source-${at}`,
    speaker: { name: `Varn${at % 50}` },
    content: `nobody will sign a map without the river and pier ${at % 7}`,
    strength: 'asserts',
    saidOn: at % 3 === 0 ? '2031-02-04' : undefined,
  }),
);

it('a thread groups many statements as it would be done here, and this one does other things meanwhile', async () => {
  let turns = 0;
  const clock = setInterval(() => turns++, 2);
  const apart = [['w-1', 'w-351', 'w-701']];
  const groups = await groupUtterances(WITNESSES, apart);
  clearInterval(clock);
  expect(groups.length).toBeGreaterThan(300);
  expect(groups).toEqual(sameUtterances(WITNESSES, apart));
  expect(turns).toBeGreaterThan(5);
});

it('what goes wrong in the thread is told', async () => {
  const broken = [{ ...(WITNESSES[0] as Witness), content: null as unknown as string }, WITNESSES[1] as Witness];
  await expect(groupUtterances(broken, [], 1)).rejects.toThrow(TypeError);
});
