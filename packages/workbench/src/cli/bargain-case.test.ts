import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, newDesktop } from './parley.test-support.ts';

let desktop: Desktop;
beforeAll(async () => {
  desktop = newDesktop();
  await desktop.parley('example', 'lake-ulvessa', 'lake.parley');
}, 60_000);
afterAll(() => desktop.remove());

const JUNE = ['bargain', 'lake.parley', '--held-on', '2024-06-30', '--samples', '300', '--packages', '2'];

describe('parley bargain of a case', () => {
  it('prints packages with what each party gives, and says that no number was made up', async () => {
    const { code, stdout, stderr } = await desktop.parley(...JUNE, '--questions');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const text = stdout.replace(/\s+/g, ' ');
    // 3 × 3 × 3 × 4 × 3 options that no red line bars, less the 27 that the rule on two of them excludes.
    expect(text).toContain('297 packages cross no red line; 20 are barred by no stance');
    expect(text).toContain('no number was given, and none is made up');
    expect(text).toContain('What no deal is worth is unknown for Ilduvian Union and Toldrane Council');
    expect(text).toContain('1. 50 per cent + Two-kilometre buffer + Three stages, wounded first');
    expect(text).toContain('settles for “50 per cent” (i-w50-known), and asks for “60 per cent” (i-w60), beyond its mandate');
    expect(text).toContain('Questions, for the mediator');
    expect(text).not.toContain('Openings');
  }, 60_000);

  it('prints one JSON value, with factions where a rule is given, through the compartments asked for', async () => {
    const { stdout } = await desktop.parley(...JUNE, '--seed', '3', '--ratify', 'all', '--openings', '--compartments', 'public', '--json');
    const view = JSON.parse(stdout);
    expect(view.packages).toHaveLength(2);
    expect(view.winsets.map(({ partyId }: { partyId: string }) => partyId)).toEqual(['ilduvia', 'toldrane']);
    expect(view.openings.audience).toBe('mediator');
    expect(view.shares.note.parameters).toEqual({ samples: 300, seed: 3 });
    expect(view.bargain.compartments).toEqual(['public']);
    expect(stdout).not.toContain('i-listed-diplomat');
  }, 60_000);

  it.each([
    ['--ratify', 'most', /--ratify is "most"/],
    ['--samples', '5', /--samples/],
    ['--held-on', 'July', /is not a day/],
  ])(
    'refuses %s %s',
    async (option, value, message) => {
      expect((await desktop.mistakeOf('bargain', 'lake.parley', option, value)).message).toMatch(message);
    },
    60_000,
  );

  it('says what a case without parties or options lacks', async () => {
    await desktop.parley('new', 'empty.parley', '--title', 'Empty');
    expect((await desktop.mistakeOf('bargain', 'empty.parley')).message).toBe('there is nothing to bargain over in this case yet');
  }, 60_000);
});
