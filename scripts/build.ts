/**
 * Builds every package: the TypeScript projects in the order of their references, then the browser app.
 *
 * `node scripts/build.ts` builds; both tools pass over what is up to date or take seconds.
 */
import { run } from './run.ts';

const steps: [string, string[]][] = [
  ['tsc', ['--build']],
  ['vite', ['build', 'packages/web', '--logLevel', 'warn']],
];

for (const [tool, args] of steps) {
  const code = run(tool, args);
  if (code !== 0) {
    console.error(`build: ${tool} ${args.join(' ')} failed`);
    process.exit(code);
  }
}
