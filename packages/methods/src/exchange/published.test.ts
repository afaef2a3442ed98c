import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkSchedule } from './check.ts';
import { planExchange } from './plan-exchange.ts';
import { readExchange, readSchedule } from './read-exchange.ts';

interface Published {
  readonly source: string;
  readonly expected: {
    readonly delta: number;
    readonly order?: readonly (string | number)[];
    readonly optimalOrders?: number;
    readonly scheduleDelta?: number;
    readonly firstUnsafe?: object;
  };
}

const FOLDER = fileURLToPath(new URL('../../../../examples/published', import.meta.url));
const cases = readdirSync(FOLDER)
  .filter((slug) => existsSync(join(FOLDER, slug, 'exchange.json')))
  .map((slug) => [slug, JSON.parse(readFileSync(join(FOLDER, slug, 'exchange.json'), 'utf8')) as Published] as const);

describe('published exchanges', () => {
  it('are there, each with its source', () => {
    expect(cases.map(([slug]) => slug)).toEqual([
      'exchange-five-items',
      'exchange-four-items',
      'exchange-january-2025',
      'exchange-november-2023',
      'exchange-three-by-three',
      'exchange-three-by-three-precedence',
    ]);
    for (const [slug, { source }] of cases) expect(source, slug).toMatch(/\d{4}|case/);
  });

  it.each(cases)('%s: the guarantee needed, and a plan that the check bears out', (_, file) => {
    const { exchange } = readExchange(file);
    const plan = planExchange(exchange);
    expect(plan.exact).toBe(true);
    expect(plan.delta).toBe(file.expected.delta);
    const { delta, broken, undelivered } = checkSchedule(exchange, plan.schedule);
    expect({ delta, broken, undelivered }).toEqual({ delta: file.expected.delta, broken: [], undelivered: [] });
    expect(checkSchedule(exchange, plan.schedule, { deposits: plan.check.deposits }).safe).toBe(true);
  });

  it.each(cases.filter(([, { expected }]) => expected.order))('%s: the order given needs no more', (_, file) => {
    const { exchange } = readExchange(file);
    const { delta, broken, undelivered } = checkSchedule(exchange, readSchedule(file.expected.order, exchange));
    expect({ delta, broken, undelivered }).toEqual({ delta: file.expected.delta, broken: [], undelivered: [] });
  });

  it.each(cases.filter(([, { expected }]) => expected.optimalOrders))('%s: the number of orders that need no more', (_, file) => {
    const plan = planExchange(readExchange(file).exchange);
    expect(plan.method === 'barter' && plan.optimalOrders).toBe(file.expected.optimalOrders);
  });

  it('the five items in the order given', () => {
    const plan = planExchange(readExchange(cases[0]?.[1]).exchange);
    expect(plan.schedule.map(({ deliver }) => Number(deliver[0]?.item))).toEqual(cases[0]?.[1].expected.order);
  });

  it.each(cases.filter(([, { expected }]) => expected.firstUnsafe))('%s: where the schedule first becomes unsafe', (_, file) => {
    const { exchange, schedule } = readExchange(file);
    const check = checkSchedule(exchange, schedule ?? []);
    expect(check.delta).toBe(file.expected.scheduleDelta);
    expect(check.firstUnsafe).toMatchObject(file.expected.firstUnsafe ?? {});
    expect(check.broken).toEqual([]);
    expect(check.undelivered).toEqual([]);
  });

  it('the reported schedules hold people in orders only, never as amounts', () => {
    for (const [slug, file] of cases.filter(([slug]) => /20\d\d/.test(slug))) {
      const { exchange } = readExchange(file);
      for (const { kind, cost, value } of exchange.items) {
        if (kind === 'hostages' || kind === 'prisoners') expect('rank' in cost && 'rank' in value, slug).toBe(true);
      }
    }
  });
});
