import { PassThrough } from 'node:stream';
import type { StoredEntry } from '@parley/model';
import { z } from 'zod';
import { type EntriesEvent, EventsQuery } from '../../contract.ts';
import type { Desk } from '../../operations/desk.ts';
import { withinScope } from '../../operations/subject-history.ts';
import { type Api, CaseParams, problems, recordAsOf } from './routing.ts';

/** How often an idle stream says that it still lives, so that both ends notice when it does not. */
const HEARTBEAT_MILLISECONDS = 15_000;

/** The stream of entries, whoever wrote them. Every stream ends when the server closes. */
export function eventRoutes(api: Api, desk: Desk): void {
  const streams = new Set<PassThrough>();
  api.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
  });

  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/events',
    exposeHeadRoute: false,
    schema: {
      operationId: 'streamEntries',
      summary: 'Server-sent events: one `entries` event (data: EntriesEvent) whenever entries came, from here or from another process',
      tags: ['views'],
      params: CaseParams,
      querystring: EventsQuery,
      response: {
        200: { description: 'The stream, open until one side closes it', content: { 'text/event-stream': { schema: z.string() } } },
        ...problems,
      },
    },
    async handler(request, reply) {
      const { session, scope } = await recordAsOf(desk, request.params.caseId, request.query);
      const stream = new PassThrough();
      const send = (entries: readonly StoredEntry[]): void => {
        const seen = entries.filter((entry) => withinScope(entry, scope));
        if (seen.length > 0) stream.write(message(seen));
      };
      stream.write('retry: 1000\n: open\n\n');
      const after = Number(request.headers['last-event-id'] ?? request.query.after ?? Number.NaN);
      if (!Number.isNaN(after)) send(session.entries.filter(({ sequence }) => sequence > after));

      const stop = session.onEntries(send);
      const beat = setInterval(() => stream.write(': alive\n\n'), HEARTBEAT_MILLISECONDS);
      streams.add(stream);
      stream.once('close', () => {
        stop();
        clearInterval(beat);
        streams.delete(stream);
      });
      return reply
        .type('text/event-stream')
        .header('X-Accel-Buffering', 'no')
        .send(stream as never);
    },
  });
}

/** One event for all entries that came together, each subject named once. */
function message(entries: readonly StoredEntry[]): string {
  const subjects = new Map(entries.map(({ subject }) => [`${subject.kind}/${subject.id}`, subject]));
  const sequence = entries.at(-1)?.sequence ?? 0;
  const data: z.infer<typeof EntriesEvent> = { sequence, subjects: [...subjects.values()] };
  return `id: ${sequence}\nevent: entries\ndata: ${JSON.stringify(data)}\n\n`;
}
