import { openDesk } from '../operations/desk.ts';
import { machineRecorder } from '../operations/recorder.ts';
import { VERSION } from '../version.ts';
import { createServer } from './create-server.ts';
import { openApiDocument } from './openapi.ts';

/** The OpenAPI document as it is published, the same text for the same routes. */
export async function describeApi(): Promise<string> {
  // Nothing is asked of the desk, so no file is touched.
  const desk = openDesk({ files: [], folder: '.', recorder: machineRecorder('nobody') });
  const app = await createServer({ desk, token: '', port: 0, webRoot: '', version: VERSION });
  const document = openApiDocument(app);
  await app.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}
