#!/usr/bin/env node
// Kept to what an old Node can parse, so that it gets a sentence and not a syntax error. Below 22 the
// SQLite add-on ends the process without a word.
var built = new URL('../dist/cli/main.js', import.meta.url);
var source = new URL('../src/cli/main.ts', import.meta.url);

if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error('parley: this is Node %s, and Parley needs Node 22 or later', process.versions.node);
  console.error('install a newer Node from https://nodejs.org');
  process.exit(2);
} else {
  import('node:v8').then((v8) => {
    for (var flag of memoryFlags()) v8.setFlagsFromString(flag);
    return import('node:fs').then((fs) => (fs.existsSync(built) ? import(built.href) : runSource(fs)));
  });
}

// A small nursery and a slow growth for what only reads: what reading throws away is collected early.
function memoryFlags() {
  if (process.argv[2] !== 'read' && process.argv[2] !== 'add') return [];
  return ['--max-semi-space-size=4', '--semi-space-growth-factor=1', '--heap-growing-percent=30'];
}

// In a checkout that nobody has built yet, Node runs the sources as they are.
async function runSource(fs) {
  if (!fs.existsSync(source)) {
    console.error('parley: this installation is not whole: %s is missing', built.pathname);
    console.error('install Parley again');
    process.exit(1);
  }
  const { spawnSync } = await import('node:child_process');
  const { fileURLToPath } = await import('node:url');
  const args = [...memoryFlags(), '--conditions=parley', fileURLToPath(source), ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
}
