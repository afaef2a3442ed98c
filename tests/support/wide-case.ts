import { type Body, type Draft, digest, type Id, PUBLIC, STANCES, spanOf, VOICES } from '@parley/model';
import { newCase } from '../../packages/workbench/src/operations/case-session.ts';
import { machineRecorder, putDraft } from '../../packages/workbench/src/operations/recorder.ts';

const PARTIES = 12;
const ISSUES = 60;
const OPTIONS = 4;
const STATEMENTS_A_SOURCE = 120;

/**
 * Makes a case wider and longer than any screen: 12 parties by 60 issues of 4 options, every cell
 * but each seventh with a position, long names among short ones. Always the same case, but for its ids of entries.
 */
export async function makeWideCase(file: string): Promise<void> {
  const recorder = machineRecorder('wide');
  const drafts: Draft[] = [];
  const contents: Uint8Array[] = [];
  const put = <K extends Parameters<typeof putDraft>[1]>(kind: K, id: Id, body: Body<K>) =>
    drafts.push(putDraft(recorder, kind, id, body, PUBLIC) as Draft);

  for (let i = 0; i < PARTIES; i += 1) {
    const name = i % 4 === 1 ? `Transitional Council of the Federated Provinces ${i + 1}` : `Province ${i + 1}`;
    put('party', `party-${i}`, { name: { en: name }, aliases: [], factions: [] });
  }
  for (let i = 0; i < ISSUES; i += 1) {
    const options = Array.from({ length: OPTIONS }, (_, j) => ({ id: `option-${j}`, name: { en: `Arrangement ${j + 1}` }, terms: [] }));
    const name = i % 5 === 2 ? `Demobilisation and reintegration of irregular formations, chapter ${i + 1}` : `Chapter ${i + 1}`;
    put('issue', `issue-${i}`, { name: { en: name }, kind: 'choice', options, terms: [] });
  }

  const cells = Array.from({ length: PARTIES * ISSUES }, (_, i) => i).filter((i) => i % 7 !== 3);
  for (let first = 0; first < cells.length; first += STATEMENTS_A_SOURCE) {
    const here = cells.slice(first, first + STATEMENTS_A_SOURCE);
    const sentences = here.map((cell) => `Delegate ${cell} said that arrangement ${(cell % OPTIONS) + 1} must be settled first.`);
    const text = sentences.join(' ');
    const bytes = new TextEncoder().encode(text);
    const content = { sha256: digest(bytes), byteLength: bytes.byteLength };
    const sourceId = `source-${first}`;
    const published = new Date(Date.UTC(2024, 0, 1 + first / 4)).toISOString().slice(0, 10);
    contents.push(bytes);
    put('source', sourceId, {
      kind: 'report',
      title: `Summary of day ${first}`,
      published,
      mediaType: 'text/plain',
      bytes: content,
      text: content,
      textLength: text.length,
      extractor: { name: 'test', version: '1' },
      dropped: [],
    });
    let at = 0;
    for (const [place, cell] of here.entries()) {
      const [partyId, issueId, optionId] = [`party-${cell % PARTIES}`, `issue-${Math.floor(cell / PARTIES)}`, `option-${cell % OPTIONS}`];
      const stance = STANCES[cell % STANCES.length] ?? 'demands';
      const end = at + (sentences[place]?.length ?? 0);
      put('statement', `statement-${cell}`, {
        sourceId,
        speaker: { name: `Delegate ${cell}`, anonymous: false, partyId },
        relays: [],
        content: [spanOf(text, at, end)],
        strength: 'demands',
        speech: 'indirect',
        links: [{ issueId, optionId, stance }],
        status: cell % 5 === 0 ? 'suggested' : 'accepted',
      });
      if (cell % 5 !== 0) {
        const voice = VOICES[cell % VOICES.length] ?? 'official';
        put('position', `position-${cell}`, {
          partyId,
          issueId,
          optionId,
          stance,
          voice,
          from: published,
          evidence: [`statement-${cell}`],
        });
      }
      at = end + 1;
    }
  }
  const session = await newCase(file, { title: { en: 'Talks of twelve provinces on sixty chapters' }, recorder });
  await session.commit(drafts, contents);
  await session.close();
}
