import type { IFlattenedRuleSet } from 'dependency-cruiser';

/** What each package may import of ours. Those not named may import nothing. */
const MAY_IMPORT: Record<string, string[]> = {
  model: [],
  reader: ['model'],
  methods: ['model'],
  terrain: ['model'],
  store: ['model'],
  workbench: ['model', 'reader', 'methods', 'terrain', 'store'],
  web: ['model', 'methods', 'terrain'],
};

/** Packages that run in a browser, a worker and a server alike. */
const PURE = '^packages/(model|methods|terrain)/';

const rules: IFlattenedRuleSet = {
  forbidden: [
    ...Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
      name: `${name}-imports-only-${allowed.join('-') || 'nothing-of-ours'}`,
      severity: 'error' as const,
      from: { path: `^packages/${name}/` },
      to: {
        path: '^(packages|node_modules/@parley|node_modules/parley)/',
        pathNot: `^(packages|node_modules/@parley)/(${[name, ...allowed].join('|')})/`,
      },
    })),
    { name: 'pure-packages-know-no-node', severity: 'error', from: { path: PURE }, to: { dependencyTypes: ['core'] } },
    { name: 'no-import-that-does-not-resolve', severity: 'error', from: { path: '^packages/' }, to: { couldNotResolve: true } },
    { name: 'no-circles', severity: 'error', from: { path: '^packages/' }, to: { circular: true } },
    {
      name: 'packages-by-their-name',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/($1/|[^/]+/src/index\\.ts$)' },
    },
  ],
};
export default rules;
