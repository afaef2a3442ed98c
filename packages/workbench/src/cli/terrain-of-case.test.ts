import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Desktop, newDesktop } from './parley.test-support.ts';
import { createProgram } from './program.ts';

const MAPS = fileURLToPath(new URL('../../../../examples/maps/ulvessa-shore/', import.meta.url));

let desktop: Desktop;
beforeAll(async () => {
  desktop = newDesktop();
  await done('example', 'lake-ulvessa', 'lake.parley');
});
afterAll(() => desktop.remove());

/** Runs a command in this process, which takes a tenth of the time of one of its own. */
async function done(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    }),
  );
  vi.stubEnv('PARLEY_HOME', desktop.path('.home'));
  const absolute = args.map((arg) => (arg.endsWith('.parley') ? desktop.path(arg) : arg));
  try {
    await createProgram().parseAsync(['node', 'parley', ...absolute]);
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
  return said;
}
const terrain = (...args: string[]) => done('terrain', ...args);
const asJson = async <T>(...args: string[]): Promise<T> => JSON.parse((await terrain(...args, '--json')).stdout) as T;

interface Band {
  value: number;
  low: number;
  high: number;
}

describe('maps of a case', () => {
  it('are listed by party, version and phase, and hidden with their compartment', async () => {
    const { stdout } = await terrain('list', 'lake.parley');
    expect(stdout).toContain('Toldrane Council, May map, phase 2\n  council-may-2  Withdrawal, second phase: withdrawal; 76.25 km²');
    expect(stdout).toContain('replaced by council-may-1, council-may-2');
    expect(stdout).toMatch(/Census of the shore, 2018, before displacement: 5,812 in 56 cells/);
    const open = await terrain('list', 'lake.parley', '--compartments', 'public');
    expect(stdout).toContain('What the adviser drew');
    expect(open.stdout).not.toContain('adviser');
  });

  it('are added from files with what is said of them, and measured as the files are', async () => {
    const file = `${MAPS}council-april.geojson`;
    const fields = ['--party', 'Toldrane', '--version', 'third map', '--phase', '3', '--on', '2024-06', '--made-how', 'official-file'];
    const added = await asJson<{ features: { id: string; name: string; shape: string }[] }>('add', 'lake.parley', file, ...fields);
    expect(added.features).toMatchObject([{ name: 'Withdrawal zone, Toldrane Council, April', shape: 'zone' }]);
    const { features } = await asJson<{ features: { id: string }[] }>('list', 'lake.parley');
    expect(features.find(({ id }) => id === added.features[0]?.id)).toMatchObject({
      partyId: 'toldrane',
      version: 'third map',
      phase: 3,
      madeHow: 'official file',
      // As the file says of itself.
      accuracyMeters: 200,
    });
    const { result } = await asJson<{ result: { maps: { areaKm2: Band }[]; reference: { areaKm2: Band } } }>(
      'compare',
      'lake.parley',
      'toldrane/third map/3',
      '--reference',
      'council-april',
    );
    expect(result.maps[0]?.areaKm2).toEqual(result.reference.areaKm2);
  });

  it('are options of an issue, and what a statement speaks about', async () => {
    const file = `${MAPS}union-march.geojson`;
    const line = ['--issue', 'Ceasefire line', '--option', 'Freeze in place'];
    const { features } = await asJson<{ features: { id: string }[] }>('add', 'lake.parley', file, ...line);
    await done('accept', 'lake.parley', 'ammarel-freeze', '--features', features[0]?.id ?? '');
    const map = await asJson<{ features: { id: string }[] }>('list', 'lake.parley');
    expect(map.features.find(({ id }) => id === features[0]?.id)).toMatchObject({
      issueOptions: [{ issueId: 'ceasefire-line', optionId: 'freeze' }],
      statements: ['ammarel-freeze'],
    });
    expect((await desktop.mistakeOf('terrain', 'add', 'lake.parley', file, '--issue', 'Ceasefire line')).message).toContain('go together');
    expect((await desktop.mistakeOf('accept', 'lake.parley', 'ammarel-freeze', '--features', 'none')).message).toContain(
      'no mapFeature "none"',
    );
    // All or none: the issue is public, and could not see what is in the team.
    const hidden = await desktop.mistakeOf('terrain', 'add', 'lake.parley', file, ...line, '--compartment', 'team');
    expect(hidden.message).toContain('featureIds: there is no mapFeature');
    expect((await asJson<{ features: unknown[] }>('list', 'lake.parley')).features).toHaveLength(map.features.length);
  });

  it('are compared in words, with people by their year', async () => {
    const { stdout, stderr } = await terrain(
      'compare',
      'lake.parley',
      'ilduvia',
      '--reference',
      'council-april',
      '--population',
      'census-2018',
    );
    expect(stdout).toContain('Withdrawal zone, March\n  area: 161.57 km² (159.05 to 164.11); 4,164 people');
    expect(stdout).toContain('people: Census of the shore, 2018, before displacement');
    expect(stdout).toContain('Torrowick: cut, 10.3 %');
    expect(stderr).toBe('');
  });

  it('show what is contested, what phases hand over and how lines differ', async () => {
    expect((await terrain('contested', 'lake.parley', 'ilduvia', 'council-april')).stdout).toMatch(
      /Ilduvian Union and Toldrane Council: 108\.78 km²/,
    );
    const phases = await asJson<{ result: { phases: { phase: number; handedOver: { areaKm2: Band } }[] } }>(
      'phases',
      'lake.parley',
      'toldrane/May map',
    );
    expect(phases.result.phases.map(({ phase, handedOver }) => [phase, handedOver.areaKm2.value.toFixed(2)])).toEqual([
      [1, '56.02'],
      [2, '76.25'],
    ]);
    expect((await terrain('shift', 'lake.parley', 'shore-road', 'quarrow-ridge')).stdout).toContain('to the left of the first');
    expect((await desktop.mistakeOf('terrain', 'phases', 'lake.parley', 'ilduvia')).message).toContain(
      'feature "union-march" has no phase',
    );
  });

  it('have lines between them only for the mediator, recorded in a compartment of theirs', async () => {
    const args = ['compromise', 'lake.parley', 'union-march', 'council-april', '--shares', '50'];
    const found = await asJson<{ disclaimer: string; recorded: string[]; result: { lines: { share: number }[] } }>(
      ...args,
      '--record',
      'team',
    );
    expect(found.disclaimer).toContain('not a proposal by Parley');
    expect(found.result.lines[0]?.share).toBeCloseTo(0.5, 4);
    expect((await terrain('list', 'lake.parley')).stdout).toMatch(new RegExp(`${found.recorded[0]}  Between .*; team\n`));
    expect((await terrain('list', 'lake.parley', '--compartments', 'public')).stdout).not.toContain('Between');
    expect((await desktop.mistakeOf('terrain', ...args, '--compartments', 'public')).message).toContain('for the mediator');
    expect((await desktop.mistakeOf('terrain', ...args, '--record', 'public')).message).toContain('where everybody sees');
  });

  it('are refused where they are not there, by name and with a cure', async () => {
    const mistake = async (...args: string[]) => {
      const { message, cure } = await desktop.mistakeOf('terrain', ...args);
      return `${message}\n${cure}`;
    };
    expect(await mistake('compare', 'lake.parley', 'nobody')).toMatch(/there is no map "nobody"\n.*parley terrain list CASE/);
    expect(await mistake('compare', 'lake.parley', 'adviser-sketch', '--compartments', 'public')).toContain(
      'there is no map "adviser-sketch"',
    );
    expect(await mistake('compare', 'lake.parley', 'ilduvia', '--population', 'x')).toMatch(/no population "x" in the case\n.*census-2018/);
    expect(await mistake('shift', 'lake.parley', 'shore-road')).toContain('1 maps are named, and there must be two');
    expect(await mistake('compare', 'lake.parley', 'shore-road')).toContain('"Shore road" shows no zone');
    expect(await mistake('add', 'lake.parley', `${MAPS}sites.geojson`, '--party', 'nobody')).toContain('there is no party "nobody"');
  });
});

describe('a population', () => {
  it('is recorded with the year that it is of', async () => {
    const added = await asJson<{ id: string; people: number; cells: number }>(
      'population',
      'lake.parley',
      `${MAPS}people.csv`,
      '--year',
      '2020',
      '--name',
      'Grid',
    );
    expect(added).toMatchObject({ people: 5812, cells: 56 });
    expect((await terrain('compare', 'lake.parley', 'ilduvia', '--population', 'Grid')).stdout).toContain('people: Grid, 2020\n');
    expect((await desktop.mistakeOf('terrain', 'population', 'lake.parley', `${MAPS}people.csv`)).message).toContain('--year');
  });
});

describe('maps of files', () => {
  const [first, second] = [`${MAPS}union-march.geojson`, `${MAPS}council-april.geojson`];

  it('are compared with a reference, claimed, phased and shifted without a case', async () => {
    const many = await asJson<{ result: { maps: { areaKm2: Band; sites: { name: string; where: string }[]; people: Band }[] } }>(
      'compare',
      second,
      '--reference',
      first,
      '--sites',
      `${MAPS}sites.geojson`,
      '--population',
      `${MAPS}people.csv`,
    );
    expect(many.result.maps[0]?.areaKm2.value).toBeCloseTo(108.78, 2);
    expect(many.result.maps[0]?.sites.filter(({ where }) => where !== 'outside')).toHaveLength(2);
    expect(many.result.maps[0]?.people.value).toBeCloseTo(2731, 0);
    expect((await terrain('contested', first, second)).stdout).toMatch(/only .*union-march\.geojson: 52\.79 km²/);
    const phases = await terrain('phases', second, '--start', first, '--holder', 'A', '--receiver', 'B');
    expect(phases.stdout).toContain('at the start: 161.57 km²');
    expect(phases.stdout).toContain('then held by A: 52.79 km²');
    const line = (name: string, latitude: number) =>
      desktop.write(name, `{"type":"LineString","coordinates":[[34,${latitude}],[34.1,${latitude}]]}`);
    const shift = await asJson<{ result: { lineShift: { meanMeters: Band } } }>(
      'shift',
      line('a.geojson', 31),
      line('b.geojson', 31.01),
      '--accuracy',
      '30',
    );
    expect(shift.result.lineShift.meanMeters.value).toBeCloseTo(1108.7, 0);
    expect(shift.result.lineShift.meanMeters.high - shift.result.lineShift.meanMeters.value).toBeCloseTo(60, 6);
    expect((await desktop.mistakeOf('terrain', 'compare', first, second, '--reference', first, '--accuracy', '1,2,3')).message).toContain(
      '--accuracy has 3 numbers for 1 maps',
    );
  });
});
