import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../numeric/random.ts';
import { frontier } from '../frontier.ts';
import type { AdditiveProfile } from '../profile.ts';
import { smallBargain } from '../random-bargain.test-support.ts';
import { type ScaledBargain, scaleBargain } from '../scaled-bargain.ts';
import { egalitarian } from '../solutions/egalitarian.ts';
import { equalLoss } from '../solutions/equal-loss.ts';
import { kalaiSmorodinsky } from '../solutions/kalai-smorodinsky.ts';
import { leximin } from '../solutions/leximin.ts';
import { nash } from '../solutions/nash.ts';
import type { Solution } from '../solutions/solution.ts';
import { utilitarian } from '../solutions/utilitarian.ts';
import { type DirectRule, solveDirectly } from './solve-directly.ts';

const RULES = { nash, kalaiSmorodinsky, egalitarian, leximin, equalLoss, utilitarian } as const;
const rules = Object.entries(RULES) as [DirectRule, (of: ReturnType<typeof frontier>) => Solution][];

function listed({ points }: Solution): string[] {
  return points.flatMap((point) => [...point.packages()].map((chosen) => `${point.values.join()} ${JSON.stringify(chosen)}`)).sort();
}

describe.each(rules)('%s, found directly', (name, rule) => {
  it('is what the whole frontier gives, with all ties, links and constraints', () => {
    fc.assert(
      fc.property(smallBargain, (small) => {
        const bargain = scaleBargain(small.domain, small.profiles);
        const direct = solveDirectly(bargain, name);
        const whole = rule(frontier(bargain));
        expect(listed(direct)).toEqual(listed(whole));
        expect([direct.none, direct.note.method, direct.note.complete]).toEqual([whole.none, name, true]);
      }),
      { numRuns: 50 },
    );
  });

  it('is what the whole frontier gives for four to eight parties', () => {
    for (const parties of [4, 5, 6, 8]) {
      const bargain = randomBargain(parties, parties > 5 ? 3 : 5, parties);
      expect(listed(solveDirectly(bargain, name))).toEqual(listed(rule(frontier(bargain))));
    }
  });
});

/** Issues of six options with values from 0 to 100; no deal is worth a fifth of the best. */
function randomBargain(parties: number, issues: number, seed: number): ScaledBargain {
  const random = randomFrom(seed);
  const options = Array.from({ length: 6 }, (_, at) => ({ id: `o${at}`, name: `Option ${at}` }));
  const ids = Array.from({ length: issues }, (_, at) => `i${at}`);
  const profiles = Array.from(
    { length: parties },
    (_, party): AdditiveProfile => ({
      partyId: `p${party}`,
      weights: Object.fromEntries(ids.map((id) => [id, 1])),
      values: Object.fromEntries(
        ids.map((id) => [id, Object.fromEntries(options.map((option) => [option.id, Math.floor(101 * random())]))]),
      ),
      terms: [],
      noDeal: { kind: 'level', value: 20 * issues },
    }),
  );
  const domain = {
    issues: ids.map((id) => ({ id, name: id, options })),
    parties: profiles.map(({ partyId }) => ({ id: partyId, name: partyId })),
    constraints: [],
    missingMandates: [],
  };
  return scaleBargain(domain, profiles);
}
