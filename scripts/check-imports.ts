/**
 * Checks the import rules of ARCHITECTURE.md with dependency-cruiser, and that the check saw the
 * packages at all: a tool that finds no modules also finds no fault.
 *
 * `node scripts/check-imports.ts [FOLDER]` checks the workspace, or another tree of the same layout.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import rules from './import-rules.ts';
import { ROOT } from './run.ts';

const folder = resolve(process.argv[2] ?? ROOT);
process.chdir(folder);
const sources = readdirSync('packages')
  .map((name) => join('packages', name, 'src'))
  .filter((path) => existsSync(path));
const { output } = await cruise(
  sources,
  {
    validate: true,
    ruleSet: rules,
    exclude: { path: '\\.test\\.tsx?$' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['parley', 'import', 'node', 'default', 'types'], exportsFields: ['exports'] },
  },
  undefined,
  { tsConfig: extractTSConfig(join(ROOT, 'tsconfig.base.json')) },
);
if (typeof output === 'string') throw new Error('dependency-cruiser gave text instead of a result');
const seen = new Set(
  output.modules.map(({ source }) => /^packages\/[^/]+\/src\//.exec(source)?.[0]).filter((found) => found !== undefined),
);
const unseen = sources.filter((path) => !seen.has(`${path}/`));
for (const path of unseen) console.error(`imports: no module was seen in ${path}; the check would pass whatever is in it`);
for (const { rule, from, to } of output.summary.violations) console.error(`imports: ${rule.name}: ${from} → ${to}`);
console.log(`imports: ${output.modules.length} modules in ${seen.size} packages, ${output.summary.violations.length} violations`);
process.exitCode = unseen.length + output.summary.violations.length === 0 ? 0 : 1;
