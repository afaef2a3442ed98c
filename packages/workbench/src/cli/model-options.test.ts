import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '@parley/model';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ModelCommandOptions, modelNamed } from './model-options.ts';
import { type Desktop, newDesktop, REPORT } from './parley.test-support.ts';

const PROPOSED = { content: ['Ferry talks stall'], speaker: 'The Harbour League', cue: 'said', strength: 'asserts' };
const INVENTED = { ...PROPOSED, content: ['Ferry talks collapse'] };

let desktop: Desktop;
let server: Server;
let endpoint: string;
const sent: { body: string; key: string | undefined }[] = [];
beforeAll(async () => {
  desktop = newDesktop();
  desktop.write('report.txt', REPORT);
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    sent.push({ body, key: request.headers.authorization });
    response.end(JSON.stringify({ choices: [{ message: { content: JSON.stringify({ statements: [PROPOSED, INVENTED] }) } }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => {
  server.close();
  desktop.remove();
});
beforeEach(() => {
  sent.length = 0;
});
afterEach(() => vi.restoreAllMocks());

describe('parley with a model', () => {
  it('adds its suggestions as its own, tells what was dropped, and sends no confidential report that was not released', async () => {
    await desktop.parley('new', 'talks.parley', '--title', 'Ferries');
    await desktop.parley('compartment', 'talks.parley', 'The team', '--id', 'team');
    const model = ['--model', 'small-1', '--endpoint', endpoint];
    const refused = await desktop.parley('add', 'talks.parley', 'report.txt', '--compartment', 'team', ...model);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/"team" to the model small-1\n.*--release/);
    expect(sent).toEqual([]);

    desktop.write('key.txt', 'k-1\n');
    const args = ['add', 'talks.parley', 'report.txt', '--compartment', 'team', '--json', ...model];
    const added = await desktop.parley(...args, '--release', 'report.txt', '--api-key-file', 'key.txt');
    expect(added.stderr).toContain('report.txt: 1 proposal of small-1 dropped: the words do not stand in the text');
    expect(added.code).toBe(0);
    expect(sent).toMatchObject([{ key: 'Bearer k-1' }]);

    const listed = await desktop.parley('statements', 'talks.parley', '--json');
    const all = JSON.parse(listed.stdout) as { statement: { suggestedBy: { name: string }; content: { text: string }[] } }[];
    const its = all.filter(({ statement }) => statement.suggestedBy.name === 'small-1');
    expect(its.map(({ statement }) => statement.content[0]?.text)).toEqual(['Ferry talks stall']);
    expect(all.length).toBeGreaterThan(1);
  });

  it('reads a report without a case, and keeps the two readings apart', async () => {
    const { code, stdout } = await desktop.parley('read', 'report.txt', '--model', 'small-1', '--endpoint', endpoint, '--json');
    expect(code).toBe(0);
    const reading = JSON.parse(stdout);
    expect(reading.model).toMatchObject({
      provenance: { name: 'small-1', promptVersion: '1' },
      statements: [{ source: { text: 'The Harbour League' } }],
    });
    expect(JSON.stringify(reading.statements)).not.toContain('Ferry talks stall');
    const shown = await desktop.parley('read', 'report.txt', '--model', 'small-1', '--endpoint', endpoint);
    expect(shown.stdout).toContain('Proposed by small-1 at 127.0.0.1:');
  });

  it('is asked nothing where none is named', async () => {
    await desktop.parley('read', 'report.txt');
    expect(sent).toEqual([]);
  });
});

describe('the model named', () => {
  const named = (options: ModelCommandOptions, env: NodeJS.ProcessEnv = {}) => modelNamed(options, env);
  const local: ModelCommandOptions = { model: 'small-1', endpoint: 'http://127.0.0.1:11434/v1' };
  const remote: ModelCommandOptions = { model: 'large-1', endpoint: 'https://models.example.org/v1' };
  const told = () => {
    const said: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    return said;
  };

  it('is none where nothing is said of it', async () => {
    expect(await named({}, { PARLEY_MODEL_KEY: 'k' })).toBeUndefined();
  });
  it('on this machine is asked without a word', async () => {
    const said = told();
    expect(await named(local)).toMatchObject({ model: 'small-1', timeoutMs: 120_000 });
    expect(said).toEqual([]);
  });
  it('on another machine is refused, and with --allow-remote told plainly', async () => {
    await expect(named(remote)).rejects.toThrow('models.example.org is not this machine, and the text of the reports would leave it');
    const said = told();
    expect(await named({ ...remote, allowRemote: true })).toMatchObject({ model: 'large-1' });
    expect(said.join('')).toBe('warning: the text of these reports leaves this machine and goes to models.example.org\n');
    await named({ ...remote, endpoint: 'http://192.0.2.1/v1', allowRemote: true });
    expect(said.at(-1)).toBe('warning: the text of these reports leaves this machine and goes to 192.0.2.1, unencrypted\n');
  });
  it('has its key from the environment or a file, never shown where it is no key', async () => {
    expect(await named(local, { PARLEY_MODEL_KEY: ' k-2 ' })).toMatchObject({ apiKey: 'k-2' });
    expect(await named({ ...local, apiKeyFile: desktop.write('other-key.txt', 'k-3\nmore') }, { PARLEY_MODEL_KEY: 'k-2' })).toMatchObject({
      apiKey: 'k-3',
    });
    await expect(named(local, { PARLEY_MODEL_KEY: 'two words' })).rejects.toThrow(/^there is no key in PARLEY_MODEL_KEY$/);
    await expect(named({ ...local, apiKeyFile: desktop.path('no-key.txt') })).rejects.toThrow(/no-key\.txt cannot be read/);
    await expect(named({ ...local, apiKeyFile: desktop.write('empty.txt', '\n') })).rejects.toThrow(/there is no key/);
  });
  it.each<[ModelCommandOptions, RegExp]>([
    [{ endpoint: 'http://127.0.0.1/v1' }, /--endpoint without --model/],
    [{ allowRemote: true }, /--allow-remote without --model/],
    [{ release: ['report.txt'] }, /--release without --model/],
    [{ model: 'small-1' }, /--model small-1 without --endpoint/],
    [{ model: 'small 1\n', endpoint: 'http://127.0.0.1/v1' }, /is not the name of a model/],
    [{ model: 'small-1', endpoint: 'here' }, /"here" is not the address of an endpoint/],
  ])('%j is the user’s mistake', async (options, words) => {
    await expect(named(options)).rejects.toThrow(words);
    await expect(named(options)).rejects.toBeInstanceOf(UserError);
  });
});
