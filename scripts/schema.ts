/**
 * Writes docs/schema.json, the JSON Schema of entries and bodies, from the model. `--check` only compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchema } from '@parley/model';
import { ROOT } from './run.ts';

const file = join(ROOT, 'docs/schema.json');
const text = `${JSON.stringify(jsonSchema(), null, 2)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('docs/schema.json is not what the model says; run: npm run schema');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, text);
}
