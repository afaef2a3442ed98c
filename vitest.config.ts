import { defineConfig } from 'vitest/config';

// Tests read the packages' sources, so that no stale build can pass them.
const resolve = { conditions: ['parley'] };
const ssr = { resolve: { conditions: ['parley'], externalConditions: ['parley'] } };
// These hold a clock to what they see, so that nothing else may run beside them.
const TIMED = ['tests/live.test.ts'];
// A browser, its server and a test on a busy machine: what is waited for may take longer than the second that is usual.
const browsed = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 15_000 } } };

export default defineConfig({
  test: {
    // Else one core stays idle, of the two that small machines have.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          setupFiles: ['scripts/property-seed.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        resolve,
        ssr,
        test: { name: 'whole', include: ['tests/**/*.test.ts'], exclude: TIMED, ...browsed },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'timed',
          include: TIMED,
          ...browsed,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
