import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addSource } from './add-source.ts';
import { type CaseSession, newCase } from './case-session.ts';
import { csvFiles } from './export/csv.ts';
import { releasable } from './export/releasable.ts';
import { listStatements } from './list-statements.ts';
import { machineRecorder } from './recorder.ts';

const recorder = machineRecorder('ana');
let folder: string;
let session: CaseSession;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-pages-'));
  session = await newCase(join(folder, 'piers.parley'), { title: { en: 'Piers' }, recorder });
});
afterEach(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A PDF with a line on each page. */
function pdfOf(pages: readonly string[]): Uint8Array {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((line, at) => {
      const drawn = `BT /F1 12 Tf 50 700 Td (${line}) Tj ET`;
      const resources = '/Resources << /Font << /F1 3 0 R >> >>';
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${5 + 2 * at} 0 R ${resources} >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer << /Size ${size} /Root 1 0 R >>`;
  return new TextEncoder().encode(`${file}${table}\nstartxref\n${file.length}\n%%EOF\n`);
}

it('each statement of a PDF is listed and exported with the page it stands on; of a text without pages, with none', async () => {
  const bytes = pdfOf(['The Harbour League said that the pier is shut.', 'The Island Board said that the lock is open.']);
  const { sourceId } = await addSource(session, { bytes, fileName: 'two.pdf' });
  expect(session.record.of('source').get(sourceId)?.body.pages).toMatchObject([{ page: 1, start: 0 }, { page: 2 }]);
  await addSource(session, { bytes: new TextEncoder().encode('The Island Board said that the gate is open.') });
  const { statements } = await listStatements(session, session.record, { limit: 10, offset: 0 });
  expect(statements.map(({ statement, page }) => [statement.content[0]?.text, page])).toEqual([
    ['that the gate is open', null],
    ['that the pier is shut', 1],
    ['that the lock is open', 2],
  ]);
  const [table] = csvFiles(session.record, releasable(session.record), '2031-01-01');
  const [head = '', ...rows] = String(table?.body).trim().split(/\r?\n/);
  const column = head.split(',').indexOf('page');
  expect(rows.map((row) => row.split(',')[column])).toEqual(['1', '2', '']);
});
