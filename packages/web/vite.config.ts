import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Our own packages are taken from their sources. A `source` condition would do for them, but not for
// react-aria-components, which names sources that it does not ship.
const ours = (name: string) => fileURLToPath(new URL(`../${name}/src/index.ts`, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@parley/model': ours('model'), '@parley/methods': ours('methods'), '@parley/terrain': ours('terrain') } },
  build: {
    target: 'es2024',
    // The policy lets in no data: address, so no font or picture may become one.
    assetsInlineLimit: 0,
    // The app shows what the server has checked, so the model's schemas are left out: 84 KB less, and zod
    // tries out "eval", which the policy refuses. The names of schemas only ever begin a definition.
    rolldownOptions: { treeshake: { manualPureFunctions: ['z', ...schemaNames()] } },
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4870', '/launch': 'http://127.0.0.1:4870' } },
});

/** Whatever the words of the model define under a name with a capital: `Id`, `Verification`. */
function schemaNames(): string[] {
  const words = fileURLToPath(new URL('../model/src/words/', import.meta.url));
  const files = readdirSync(words).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return files.flatMap((file) =>
    [...readFileSync(words + file, 'utf8').matchAll(/^(?:export )?const ([A-Z][a-z]\w*) =/gm)].map(([, name]) => name ?? ''),
  );
}
