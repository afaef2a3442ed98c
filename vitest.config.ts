import { defineConfig } from 'vitest/config';

// Tests read the packages' sources, so that no stale build can pass them.
const resolve = { conditions: ['parley'] };
const ssr = { resolve: { conditions: ['parley'], externalConditions: ['parley'] } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          setupFiles: ['scripts/property-seed.ts'],
          testTimeout: 20_000,
        },
      },
      {
        resolve,
        ssr,
        test: { name: 'whole', include: ['tests/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
});
