import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeApi } from '../packages/workbench/src/server/describe-api.ts';

/** Writes docs/openapi.json from the routes. Run it after a change of a route: `node --conditions=parley scripts/openapi.ts` */
writeFileSync(fileURLToPath(new URL('../docs/openapi.json', import.meta.url)), await describeApi());
