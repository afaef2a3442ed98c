import { Id } from '@parley/model';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType, z } from 'zod';
import {
  CompareQuery,
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
}
