import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spanFits, UserError } from '@parley/model';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadStatement } from '../reading.ts';
import { type ModelOptions, readWithModel } from './read-with-model.ts';

const REPORT = [
  'Ferry talks stall',
  'The Harbour League said on Tuesday that its crews would accept\nnight ferries if the pier is lit. "The lamps," its chair, Ilse Varn, told Radio Delta, "are late."',
  'A spokesman for the Island Board said nothing would move. The Board said nothing would move.',
].join('\n\n');

interface Asked {
  body: { model: string; messages: { role: string; content: string }[]; temperature?: number };
  authorization: string | undefined;
  url: string | undefined;
}
type Behaviour = (request: Asked, response: ServerResponse) => void;

let server: Server;
let asked: Asked[];
/** What the server does, request by request; the last goes on. */
let behaviours: Behaviour[];
beforeEach(async () => {
  asked = [];
  behaviours = [];
  server = createServer(async (request: IncomingMessage, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const one = { body: JSON.parse(text), authorization: request.headers.authorization, url: request.url };
    asked.push(one);
    (behaviours[Math.min(asked.length, behaviours.length) - 1] as Behaviour)(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const endpoint = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
const says =
  (content: unknown, finish = 'stop'): Behaviour =>
  (_, response) => {
    response.setHeader('Content-Type', 'application/json');
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: text }, finish_reason: finish }] }));
  };
const proposes = (...statements: unknown[]) => says({ statements });
const status =
  (code: number, headers: Record<string, string> = {}, body = '{"error":{"message":"no"}}'): Behaviour =>
  (_, response) => {
    response.writeHead(code, headers).end(body);
  };
const read = (text: string, then: Behaviour[], more: Partial<ModelOptions> = {}) => {
  behaviours = then;
  return readWithModel(text, { endpoint: endpoint(), model: 'small-1', timeoutMs: 2000, backOffMs: 1, ...more });
};

const LEAGUE = {
  content: ['its crews would accept night ferries if the pier is lit'],
  speaker: 'The Harbour League',
  cue: 'said on Tuesday that',
  condition: 'if the pier is lit',
  strength: 'accepts',
  speech: 'indirect',
};

describe('a model that keeps to the form', () => {
  it('gives statements with the places of their words, across line breaks, and what they were made with', async () => {
    const { statements, notes, provenance } = await read(REPORT, [proposes(LEAGUE)]);
    expect(notes).toEqual([]);
    expect(statements).toHaveLength(1);
    const [one] = statements as [ReadStatement];
    expect(one.content[0]?.text).toBe('its crews would accept\nnight ferries if the pier is lit');
    expect(one).toMatchObject({ strength: 'accepts', speaker: { name: 'The Harbour League' }, condition: { text: 'if the pier is lit' } });
    expect(spansOf(one).every((span) => spanFits(span, REPORT))).toBe(true);
    expect(provenance).toMatchObject({ name: 'small-1', promptVersion: '1', parameters: { temperature: 0 } });
    expect(provenance.endpointHost).toBe(new URL(endpoint()).host);
  });

  it('is asked by the protocol, with the key, and is never sent the names of the case', async () => {
    const lexicon = {
      parties: [{ id: 'league', names: ['Harbour League'], factions: [] }],
      issues: [{ id: 'night', terms: ['night ferry'], options: [{ id: 'secret', terms: ['lantern accord'] }] }],
    };
    const { statements } = await read(REPORT, [proposes(LEAGUE)], { apiKey: 'k-1', lexicon });
    expect(asked[0]).toMatchObject({
      url: '/v1/chat/completions',
      authorization: 'Bearer k-1',
      body: { model: 'small-1', temperature: 0 },
    });
    expect(JSON.stringify(asked[0])).not.toContain('lantern');
    expect(statements[0]).toMatchObject({ speaker: { partyId: 'league' }, links: [{ issueId: 'night' }] });
  });

  it('may break content in two, and put its JSON in a code fence', async () => {
    const fenced = `\`\`\`json\n${JSON.stringify({
      statements: [
        {
          content: ['The lamps', 'are late'],
          speaker: 'its chair, Ilse Varn',
          role: 'chair',
          cue: 'told',
          relays: ['Radio Delta'],
          strength: 'asserts',
          speech: 'direct',
          voice: 'official',
        },
      ],
    })}\n\`\`\``;
    const { statements } = await read(REPORT, [says(fenced)]);
    expect(statements[0]?.content.map(({ text }) => text)).toEqual(['The lamps', 'are late']);
    expect(statements[0]).toMatchObject({ voice: 'official', relays: [{ name: 'Radio Delta' }], speaker: { role: 'chair' } });
  });

  it('means the words nearest to their cue and speaker where they stand twice', async () => {
    const board = { content: ['nothing would move'], speaker: 'The Board', cue: 'said', strength: 'rejects' };
    const { statements } = await read(REPORT, [proposes(board)]);
    expect(statements[0]?.content[0]?.start).toBe(REPORT.lastIndexOf('nothing would move'));
    expect(statements[0]?.cue?.start).toBe(REPORT.lastIndexOf('said'));
  });
});

describe('a model that invents', () => {
  it.each<[string, object]>([
    ['a quotation', { ...LEAGUE, content: ['its crews will sail at dawn'] }],
    ['one letter', { ...LEAGUE, content: ['its crews would accept night ferry'] }],
    ['a speaker', { ...LEAGUE, speaker: 'Minister Oll' }],
    ['a cue', { ...LEAGUE, cue: 'threatened' }],
    ['a condition', { ...LEAGUE, condition: 'if paid' }],
    ['a relay', { ...LEAGUE, relays: ['the Gazette'] }],
    ['an antecedent', { ...LEAGUE, antecedent: 'Minister Oll' }],
    ['a role', { ...LEAGUE, role: 'admiral' }],
    ['half a word', { ...LEAGUE, content: ['Harbour Leag'] }],
    ['half a character', { ...LEAGUE, content: ['\ud83d'] }],
    ['a speaker within its own words', { ...LEAGUE, speaker: 'its crews' }],
  ])('%s adds nothing, and is told', async (_, proposal) => {
    const { statements, notes } = await read(`${REPORT} \u{1f6a2}`, [proposes(proposal)]);
    expect(statements).toEqual([]);
    expect(notes).toEqual(['1 proposal of small-1 dropped: the words do not stand in the text']);
  });

  it('does not spoil what it copied', async () => {
    const { statements, notes } = await read(REPORT, [proposes(LEAGUE, { ...LEAGUE, speaker: 'Nobody' })]);
    expect([statements.length, notes.length]).toEqual([1, 1]);
  });
});

describe('a hostile reply', () => {
  it.each<[string, unknown]>([
    ['no object', 'statement'],
    ['no strength', { ...LEAGUE, strength: undefined }],
    ['a strength of its own', { ...LEAGUE, strength: 'confirms' }],
    ['content that is no words', { ...LEAGUE, content: [{ toString: 'x' }] }],
    ['a speaker that is no words', { ...LEAGUE, speaker: { name: 'x' } }],
    ['no content', { ...LEAGUE, content: [] }],
    ['a thousand pieces', { ...LEAGUE, content: Array.from({ length: 1000 }, () => 'its') }],
  ])('with %s is dropped and told', async (_, proposal) => {
    const { statements, notes } = await read(REPORT, [proposes(proposal)]);
    expect(statements).toEqual([]);
    expect(notes).toEqual(['1 proposal of small-1 dropped: not in the form that was asked for']);
  });

  it('cannot name a party, an id or a confidence', async () => {
    const sly = {
      ...LEAGUE,
      partyId: 'league',
      confidence: 1,
      status: 'accepted',
      links: [{ issueId: 'x' }],
      __proto__: { voice: 'official' },
    };
    const { statements } = await read(REPORT, [proposes(sly)]);
    expect(statements[0]).toMatchObject({ confidence: 0, links: [] });
    expect(statements[0]?.speaker.partyId).toBeUndefined();
    expect(statements[0]).not.toHaveProperty('status');
  });

  it('whatever it is, every span that comes back stands in the text', async () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom(...REPORT.split(/(?=\s)/)), fc.constant(null));
    const proposal = fc.record({
      content: fc.oneof(fc.array(piece, { maxLength: 3 }), fc.anything()),
      speaker: piece,
      cue: piece,
      strength: fc.constantFrom('asserts', 'denies', 'x'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(proposal, { maxLength: 5 }), async (statements) => {
        const reply = new Response(JSON.stringify({ choices: [{ message: { content: JSON.stringify({ statements }) } }] }));
        const found = await readWithModel(REPORT, { endpoint: 'http://[::1]/v1', model: 'm', timeoutMs: 1000, fetch: async () => reply });
        for (const one of found.statements) for (const span of spansOf(one)) expect(spanFits(span, REPORT)).toBe(true);
      }),
    );
  });
});

describe('an endpoint that misbehaves', () => {
  const unreadFor = async (then: Behaviour[], more: Partial<ModelOptions> = {}) => {
    const { statements, notes } = await read(REPORT, then, more);
    expect(statements).toEqual([]);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(`characters 0–${REPORT.length} were not read by small-1`);
    return notes[0];
  };

  it('with broken JSON is told, and not mended', async () => {
    expect(await unreadFor([says('{"statements": [{"content": ["its crews"')])).toContain('not the JSON');
    expect(await unreadFor([says('Sure! {"statements": []}')])).toContain('not the JSON');
  });
  it('with another protocol is told', async () => {
    expect(await unreadFor([(_, response) => response.end('<html>welcome</html>')])).toContain('not one of a chat endpoint');
    expect(await unreadFor([(_, response) => response.end('null')])).toContain('not one of a chat endpoint');
  });
  it('that goes on for ever is cut short', async () => {
    const endless: Behaviour = (_, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    };
    expect(await unreadFor([endless])).toContain('goes on after 2 MB');
  });
  it('that is slow is asked again, and then left', async () => {
    expect(await unreadFor([() => undefined], { timeoutMs: 30 })).toContain('no answer within 0.03 s, 4 times');
    expect(asked).toHaveLength(4);
  });
  it('that breaks off is asked again', async () => {
    const { statements } = await read(REPORT, [(_, response) => response.destroy(), proposes(LEAGUE)]);
    expect(statements).toHaveLength(1);
  });
  it.each([500, 502, 503, 529])('with status %i is asked again', async (code) => {
    const { statements, notes } = await read(REPORT, [status(code), status(code), proposes(LEAGUE)]);
    expect([statements.length, notes, asked.length]).toEqual([1, [], 3]);
  });
  it('that is busy is left alone for as long as it asks', async () => {
    const start = Date.now();
    const { statements } = await read(REPORT, [status(429, { 'Retry-After': '0.2' }), proposes(LEAGUE)]);
    expect(statements).toHaveLength(1);
    expect(Date.now() - start).toBeGreaterThanOrEqual(190);
    const soon = new Date(Date.now() - 5000).toUTCString();
    expect((await read(REPORT, [status(429, { 'Retry-After': soon }), proposes(LEAGUE)])).statements).toHaveLength(1);
  });
  it('that asks for an hour is not waited for', async () => {
    expect(await unreadFor([status(429, { 'Retry-After': '3600' })])).toContain('3600 s');
    expect(asked).toHaveLength(1);
  });
  it('that takes no temperature is asked without one, which is kept', async () => {
    const refusal = status(400, {}, '{"error":{"message":"Unsupported value: temperature"}}');
    const { statements, provenance } = await read(REPORT, [refusal, proposes(LEAGUE)]);
    expect([statements.length, provenance.parameters.temperature]).toEqual([1, null]);
    expect(asked[1]?.body).not.toHaveProperty('temperature');
  });
  it.each<[number, RegExp]>([
    [401, /refuses the key/],
    [403, /refuses the key/],
    [404, /refuses the request \(status 404\)/],
    [307, /another address/],
  ])('with status %i ends the reading with what to do', async (code, words) => {
    const reading = read(REPORT, [status(code, { Location: 'http://192.0.2.1/v1' })], { apiKey: 'k-secret' });
    await expect(reading).rejects.toThrow(words);
    await expect(reading).rejects.toBeInstanceOf(UserError);
    await expect(reading).rejects.not.toThrow(/k-secret/);
    expect(asked).toHaveLength(1);
  });
  it('that is not there ends the reading', async () => {
    const closed = endpoint();
    await new Promise((resolve) => server.close(resolve));
    await expect(readWithModel(REPORT, { endpoint: closed, model: 'm', timeoutMs: 1000 })).rejects.toThrow(/nobody answers at 127.0.0.1/);
  });
  it('can be stopped while it is waited for', async () => {
    let stop = false;
    setTimeout(() => {
      stop = true;
    }, 50);
    const { notes } = await read(REPORT, [() => undefined], { timeoutMs: 60_000, shouldStop: () => stop });
    expect(notes[0]).toContain('it was stopped');
  });
});

describe('a long text', () => {
  const paragraph = (number: number) => `${'The gulls went on. '.repeat(60)}Captain Orr${number} said that boat ${number} was lost.`;
  const long = Array.from({ length: 30 }, (_, number) => paragraph(number)).join('\n\n');
  /** Proposes each loss that stands in the part that it was sent. */
  const attentive: Behaviour = (request, response) => {
    const sent = request.body.messages.at(-1)?.content ?? '';
    const statements = [...sent.matchAll(/(Captain Orr\d+) said that (boat \d+ was lost)/g)].map(([, speaker, content]) => ({
      content: [content],
      speaker,
      cue: 'said',
      strength: 'asserts',
    }));
    proposes(...statements)(request, response);
  };

  it('goes in parts of whole paragraphs that overlap; each statement comes once, in the order of the text', async () => {
    const { statements, notes } = await read(long, [attentive]);
    expect(notes).toEqual([]);
    expect(statements.map(({ speaker }) => speaker.name)).toEqual(Array.from({ length: 30 }, (_, number) => `Captain Orr${number}`));
    const parts = asked.map(({ body }) => body.messages.at(-1)?.content ?? '');
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(12_000);
      expect(part.trim()).toMatch(/^The gulls.*was lost\.$/s);
    }
    expect(parts.join('').length).toBeGreaterThan(long.length);
  });

  it('is halved where the endpoint takes less, or cuts its reply off', async () => {
    const small: Behaviour = (request, response) => {
      const length = request.body.messages.at(-1)?.content.length ?? 0;
      if (length > 6000) status(400, {}, '{"error":{"code":"context_length_exceeded"}}')(request, response);
      else if (length > 4000) says('{"statements": [', 'length')(request, response);
      else attentive(request, response);
    };
    const { statements, notes } = await read(long, [small]);
    expect(notes).toEqual([]);
    expect(statements).toHaveLength(30);
  });

  it('is given up after two parts that failed, with what was read kept', async () => {
    const { statements, notes } = await read(long, [attentive, status(500)]);
    expect(statements.length).toBeGreaterThan(5);
    expect(statements.length).toBeLessThan(30);
    expect(notes.at(-1)).toMatch(/nor was the rest, from character \d+ on/);
    expect(asked).toHaveLength(1 + 4 + 4);
  });

  it('over a million characters is read up to there, and told', async () => {
    const { notes } = await read('x'.repeat(1_000_100), [says('{"statements": []}')], { fetch: async () => new Response(EMPTY) });
    expect(notes).toEqual(['the text after character 1000000 was not read by small-1: it is too long']);
  });
  const EMPTY = JSON.stringify({ choices: [{ message: { content: '{"statements": []}' } }] });
});

function spansOf({ source, cue, condition, content, relays, speaker }: ReadStatement) {
  return [source, cue, condition, speaker.antecedent, ...content, ...relays.map(({ span }) => span)].filter((span) => span !== null);
}
