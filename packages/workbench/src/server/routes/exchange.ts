import { Id } from '@parley/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ZodType, z } from 'zod';
import {
  CompareQuery,
  EXCHANGE_FILES,
  ExchangeChecked,
  ExchangeCompared,
  ExchangeFound,
  ExchangeLedgerView,
  ExchangePlanned,
  ExchangeView,
  PlanQuery,
  RobustQuery,
  ScheduleQuery,
} from '../../contract/exchange.ts';
import { AsOf } from '../../contract.ts';
import type { AsOfRecord } from '../../operations/as-of.ts';
import type { Desk } from '../../operations/desk.ts';
import { checkOf, compareOf, ledgerOf, planOf, remedyOf, robustOf, viewOf } from '../../operations/exchange/exchange-methods.ts';
import { exportOf } from '../../operations/exchange/export-of-case.ts';
import { type Api, CaseParams, problems, recordAsOf } from './routing.ts';

const ExchangeParams = CaseParams.extend({ id: Id });
type Asked = z.infer<typeof AsOf>;

/** What the methods say of an exchange of the case, as of what the query asks for. */
export function exchangeRoutes(api: Api, desk: Desk): void {
  /** A route that reads the case as of its query and answers with one operation's result. */
  const reading = <Q extends ZodType<Asked>, R extends ZodType>(
    path: string,
    { operationId, summary, query, response }: { operationId: string; summary: string; query: Q; response: R },
    answer: (asked: AsOfRecord, id: Id, query: z.output<Q>) => unknown,
  ): void => {
    const schema = {
      operationId,
      summary,
      tags: ['exchange'],
      params: ExchangeParams,
      querystring: query,
      response: { 200: response, ...problems },
    };
    api.get(`/api/cases/:caseId/exchange/:id/${path}`, { schema }, (async (request: FastifyRequest, reply: FastifyReply) => {
      const { caseId, id } = request.params as z.output<typeof ExchangeParams>;
      const asked = request.query as z.output<Q>;
      return reply.send(answer(await recordAsOf(desk, caseId, asked), id, asked) as never);
    }) as never);
  };

  reading(
    'view',
    {
      operationId: 'viewExchange',
      summary: 'An exchange as the methods take it, and its schedules',
      query: AsOf.extend({}),
      response: ExchangeView,
    },
    ({ record }, id) => viewOf(record, id),
  );
  reading(
    'check',
    {
      operationId: 'checkExchange',
      summary: 'Where a schedule first becomes unsafe, for whom and by how much',
      query: ScheduleQuery,
      response: ExchangeChecked,
    },
    ({ record }, id, { scheduleId }) => checkOf(record, id, scheduleId),
  );
  reading(
    'compare',
    {
      operationId: 'compareExchange',
      summary: 'Schedules of an exchange, each checked with the same weighings',
      query: CompareQuery,
      response: ExchangeCompared,
    },
    ({ record }, id, { scheduleIds }) => compareOf(record, id, scheduleIds.split(',').filter(Boolean)),
  );
  reading(
    'plan',
    {
      operationId: 'planExchange',
      summary: 'The order with the smallest guarantee, and whether it is exact',
      query: PlanQuery,
      response: ExchangePlanned,
    },
    ({ record }, id, { budgetSeconds }) => planOf(record, id, { budgetMs: budgetSeconds * 1000 }),
  );
  reading(
    'robust',
    {
      operationId: 'robustExchange',
      summary: 'What holds of a schedule for all values that fit the weighings, and for which share of those drawn',
      query: RobustQuery,
      response: ExchangeFound,
    },
    ({ record }, id, { scheduleId, seed }) => robustOf(record, id, scheduleId, { seed }),
  );
  reading(
    'remedy',
    {
      operationId: 'remedyExchange',
      summary: 'What would make a schedule safe, the least costly first',
      query: ScheduleQuery,
      response: ExchangeFound,
    },
    ({ record }, id, { scheduleId }) => remedyOf(record, id, scheduleId),
  );
  reading(
    'ledger',
    {
      operationId: 'getExchangeLedger',
      summary: 'What really happened up to the day held on, beside a schedule',
      query: ScheduleQuery,
      response: ExchangeLedgerView,
    },
    ({ record, heldOn }, id, { scheduleId }) => ledgerOf(record, id, scheduleId, heldOn),
  );

  exportRoute(api, desk);
}

const MEDIA_TYPES = {
  ics: 'text/calendar; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A schedule as a file. A calendar and an annex hold only what would be agreed; the others what it weighs too. */
function exportRoute(api: Api, desk: Desk): void {
  api.route({
    method: 'GET',
    url: '/api/cases/:caseId/exchange/:id/export/:file',
    schema: {
      operationId: 'exportExchange',
      summary: 'A schedule as a calendar, a spreadsheet, JSON or the table of an annex',
      tags: ['exchange'],
      params: ExchangeParams.extend({ file: z.enum(EXCHANGE_FILES) }),
      querystring: ScheduleQuery,
      response: {
        200: {
          description: 'The file',
          content: { 'application/octet-stream': { schema: z.string() } },
        },
        ...problems,
      },
    },
    async handler({ params, query }, reply) {
      const { session, record } = await recordAsOf(desk, params.caseId, query);
      const { format, body } = exportOf(record, params.id, query.scheduleId, { file: params.file, now: session.recorder.now() });
      return reply
        .type(MEDIA_TYPES[format])
        .header('Content-Disposition', `attachment; filename="${params.file}"`)
        .send(Buffer.from(body) as never);
    },
  });
}
