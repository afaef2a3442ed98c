import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isEncrypted } from '@parley/store';
import { authorId } from '../operations/author-key.ts';
import { openDesk } from '../operations/desk.ts';
import { machineRecorder } from '../operations/recorder.ts';
import { newToken, type Serving, serve } from '../server/serve.ts';
import { VERSION } from '../version.ts';
import { makeFolder } from './write-files.ts';

interface Launch {
  readonly files: readonly string[];
  /** Where new cases are made. */
  readonly folder: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Opens the named files that are encrypted; without it the app asks. */
  readonly passphrase?: string | undefined;
}

/** Starts the server over some case files and a folder. Closing it closes the cases, each in its one file. */
export async function startWorkbench({ files, folder, port, passphrase }: Launch): Promise<Serving> {
  const desk = openDesk({ files, folder, recorder: machineRecorder(authorId()) });
  try {
    for (const file of files) if (isEncrypted(file) && passphrase !== undefined) await desk.unlock(resolve(file), passphrase);
    makeFolder(folder);
    const serving = await serve({ desk, token: newToken(), port, webRoot: webRoot(), version: VERSION });
    return {
      ...serving,
      async close() {
        await serving.close();
        await desk.close();
      },
    };
  } catch (error) {
    await desk.close();
    throw error;
  }
}

/** The built browser app: within the published package, or beside it in a checkout; from src/ and dist/ alike. */
function webRoot(): string {
  const places = ['../../web/', '../../../web/dist/'].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return places.find((place) => existsSync(`${place}index.html`)) ?? (places[1] as string);
}
