#!/usr/bin/env node
// Kept to what an old Node can parse, so that it gets a sentence and not a syntax error. Below 22 the
// SQLite add-on ends the process without a word.
var main = new URL('../dist/cli/main.js', import.meta.url);

if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error('parley: this is Node %s, and Parley needs Node 22 or later', process.versions.node);
  console.error('install a newer Node from https://nodejs.org');
  process.exit(2);
} else {
  import('node:fs').then((fs) => {
    if (fs.existsSync(main)) return import(main.href);
    console.error('parley: Parley is not built yet');
    console.error('run "npm run build" in its folder');
    process.exit(2);
  });
}
