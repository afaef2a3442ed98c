/**
 * Runs every gate and every test, and closes with the line `N passed, N failed`.
 *
 * `node scripts/test.ts`          the gates, then all tests
 * `node scripts/test.ts --gates`  the gates alone: build, types, style, imports, unused code
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.ts';

const GATES: [name: string, tool: string, args: string[]][] = [
  ['build', 'node', ['scripts/build.ts']],
  ['types of tests, scripts and benches', 'tsc', ['--project', 'tsconfig.check.json']],
  ['style', 'biome', ['ci', '.']],
  ['imports', 'node', ['scripts/check-imports.ts']],
  ['unused code', 'knip', []],
  ['docs/schema.json', 'node', ['--conditions=parley', 'scripts/schema.ts', '--check']],
  ['the generated client', 'openapi-typescript', ['docs/openapi.json', '--output', 'packages/web/src/generated/api.d.ts', '--check']],
];

let passed = 0;
let failed = 0;
for (const [name, tool, args] of GATES) {
  const ok = run(tool, args) === 0;
  console.log(`gate ${ok ? 'passed' : 'FAILED'}: ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}
if (!process.argv.includes('--gates')) runTests();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function runTests(): void {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
  const report = join(folder, 'report.json');
  const code = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests;
    if (numPendingTests > 0) console.log(`${numPendingTests} of ${numTotalTests} tests were skipped, each for the reason it printed`);
    // A file that could not be loaded has no failed tests; a run that saw no tests has shown nothing.
    if (code !== 0 && numFailedTests === 0) failed += 1;
    if (numTotalTests === 0) failed += 1;
  } catch (error) {
    console.error(`no report of the tests: ${error}`);
    failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
