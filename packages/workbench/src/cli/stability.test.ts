import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Desktop, type Ended, newDesktop } from './parley.test-support.ts';
import { createProgram } from './program.ts';

const PUBLISHED = fileURLToPath(new URL('../../../../examples/published/', import.meta.url));
const ELMIRA = `${PUBLISHED}elmira-1991/conflict.json`;
const SYRIA = `${PUBLISHED}syria-iraq/conflict.json`;

let desktop: Desktop;
beforeAll(() => {
  desktop = newDesktop();
});
afterAll(() => desktop.remove());

async function must(running: Promise<Ended>): Promise<string> {
  const { code, stdout, stderr } = await running;
  expect(code, stderr).toBe(0);
  return stdout;
}

/** What a command prints, run in this process: a process of its own takes a second on a busy machine. */
async function printed(...args: string[]): Promise<string> {
  let text = '';
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    text += String(piece);
    return true;
  });
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    await createProgram().parseAsync(['node', 'parley', ...args]);
  } finally {
    out.mockRestore();
    told.mockRestore();
  }
  return text;
}

it('prints exactly equilibria and what is stable for whom as JSON, states as the file names them', async () => {
  const answer = JSON.parse(await must(desktop.parley('stability', ELMIRA, '--json')));
  expect(Object.keys(answer)).toEqual(['equilibria', 'stableFor']);
  expect(answer.equilibria).toEqual({
    nash: [5, 8, 9],
    gmr: [1, 4, 5, 8, 9],
    smr: [1, 4, 5, 8, 9],
    seq: [5, 8, 9],
    sseq: [5, 8, 9],
  });
  expect(Object.keys(answer.stableFor)).toEqual(['MoE', 'Uniroyal', 'Local']);
  expect(answer.stableFor.Local.seq).toEqual([2, 3, 5, 6, 7, 8, 9]);
});

it('says beside the lists what each concept assumes, and of a large set that it is large', async () => {
  const told = await printed('stability', ELMIRA);
  expect(told).toMatch(/nash +5, 8, 9\n +if nobody answers a move/);
  expect(told).toMatch(/gmr +1, 4, 5, 8, 9: a large set/);
  expect(told).toMatch(/never twice in a row/);
});

it('draws the option form as the field does', async () => {
  const told = await printed('stability', SYRIA);
  const lines = told.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
  expect(lines).toEqual(expect.arrayContaining(['Syria Release N Y N N Y N', 'Escalate N N Y N N Y', 'Iraq Attack N N N Y Y Y']));
});

it('tells who would leave a state, what nothing stops, and with how little it would hold', async () => {
  const told = await printed('stability', ELMIRA, '--state', '7', '--guarantee', '7', '--concept', 'seq');
  expect(told).toContain('Uniroyal: would leave');
  expect(told).toContain('Uniroyal would gain if it moves to 9. No answer that serves the others stops it.');
  expect(told).toContain('promotion, cost 2: 7 rises 2 places in the order of Uniroyal.');
  const answer = JSON.parse(await printed('stability', ELMIRA, '--guarantee', '7', '--json'));
  expect(answer.guarantee).toMatchObject({ state: 7, concept: 'seq', holds: false, complete: true });
  expect(answer.guarantee.answers[0]).toEqual({
    kind: 'promotion',
    cost: 2,
    changes: [{ kind: 'promotion', decider: 'Uniroyal', places: 2 }],
  });
});

it('tells coalitions, fallback bargaining and runs', async () => {
  const answer = JSON.parse(await printed('stability', ELMIRA, '--coalitions', '--fallback', '--concept', 'nash', '--json'));
  expect(answer.coalitions).toMatchObject([{ coalition: ['MoE', 'Uniroyal'], from: 5, to: 8, answer: null }]);
  expect(answer.fallback).toEqual({ depth: 5, states: [5, 8] });
  const told = await printed('stability', `${PUBLISHED}korea-2017/conflict.json`);
  expect(told).toMatch(/seq +5 in 5, 0 in 4/);
});

it('tells apart what holds for every order and for some where comparisons are unknown', async () => {
  const document = {
    states: ['talks', 'truce', 'fighting'],
    deciders: {
      A: { arcs: ['talks>truce', 'truce>fighting'], better: [['truce', 'fighting']] },
      B: { arcs: ['fighting>talks'], preference: ['talks', 'truce', 'fighting'] },
    },
  };
  desktop.write('partial.json', JSON.stringify(document));
  const answer = JSON.parse(await printed('stability', desktop.path('partial.json'), '--json'));
  expect(answer.equilibria.nash).toEqual(['truce']);
  expect(answer.possible.equilibria.nash).toEqual(['talks', 'truce']);
  expect(answer.possible.bounds).toEqual({ A: [], B: ['seq', 'sseq'] });
  expect(await printed('stability', desktop.path('partial.json'))).toContain('for every order that agrees with what is known');
});

it('writes the option form to a file, and replaces none unless told to', async () => {
  await printed('stability', SYRIA, '--out', desktop.path('form.csv'));
  expect(readFileSync(desktop.path('form.csv'), 'utf8')).toContain('infeasible,,Release and Escalate,');
  desktop.write('syria.json', readFileSync(SYRIA, 'utf8'));
  const { message, cure } = await desktop.mistakeOf('stability', 'syria.json', '--out', desktop.path('form.csv'));
  expect(message).toContain('is there already');
  expect(cure).toContain('--force');
});

it.each([
  ['not json', '{"states": [', 'is no JSON'],
  ['nothing', ' \n', 'is empty'],
  ['a table of something else', 'a,b\n1,2\n', 'no head of an option form'],
  ['a list of cases', '{"cases": []}', 'several conflicts'],
  ['an option that nobody owns', 'kind,decider,what,to\noption,North,Shell,\noption,,Fire,\n', 'nobody owns "Fire"'],
  ['a row that says neither', 'decider,option,1\nNorth,Shell,perhaps\n', 'neither Y nor N'],
])('refuses %s', async (_, content, words) => {
  desktop.write('bad.txt', content);
  const { message, cure } = await desktop.mistakeOf('stability', 'bad.txt');
  expect(message).toContain(words);
  expect(cure.length).toBeGreaterThan(5);
});

it('refuses a state, a concept and a form that are not there, with exit code 2', async () => {
  desktop.write('elmira.json', readFileSync(ELMIRA, 'utf8'));
  expect((await desktop.mistakeOf('stability', 'elmira.json', '--state', '12')).message).toBe('there is no state "12"');
  expect((await desktop.mistakeOf('stability', 'elmira.json', '--concept', 'nosh')).message).toContain('"nosh"');
  expect((await desktop.mistakeOf('stability', 'elmira.json', '--out', 'never.csv')).message).toContain('no option form');
  expect(await desktop.parley('stability', 'absent.json')).toMatchObject({ code: 2 });
});
