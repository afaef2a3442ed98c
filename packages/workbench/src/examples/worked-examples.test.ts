import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Body, digest, type Span, spanFits, supporting, verifyChains } from '@parley/model';
import { extract } from '@parley/reader';
import { describe, expect, it } from 'vitest';
import { recordExample } from './record-example.test-support.ts';

const slugs = readdirSync(fileURLToPath(new URL('../../../../examples/worked', import.meta.url)));

it('there are worked examples to check', () => {
  expect(slugs).toEqual(expect.arrayContaining(['doha-2025', 'lake-ulvessa', 'naqoura-2022']));
});

describe.each(slugs)('%s', (slug) => {
  const { example, batches, entries, record } = recordExample(slug);
  const textOf = (sourceId: string): string => {
    const source = example.case.sources.find(({ id }) => id === sourceId);
    return extract(example.files.get(source?.file ?? '') ?? new Uint8Array(), { fileName: source?.file ?? '' }).text;
  };

  it('is recorded in order, in chains that check', () => {
    expect(batches.map(({ recordedAt }) => recordedAt)).toEqual([...batches.map(({ recordedAt }) => recordedAt)].sort());
    expect(verifyChains(entries)).toMatchObject({ entries: entries.length, firstFault: null });
  });

  it('has every span where it says', () => {
    let spans = 0;
    const check = (sourceId: string, found: (Span | undefined)[]): void => {
      const text = textOf(sourceId);
      for (const span of found) {
        if (span === undefined) continue;
        spans += 1;
        expect(spanFits(span, text), `${sourceId}: ${span.text}`).toBe(true);
      }
    };
    for (const { body } of record.of('statement').values()) check(body.sourceId, spansOf(body));
    for (const { body } of record.of('figure').values()) check(body.sourceId, [body.span]);
    expect(spans).toBeGreaterThan(40);
  });

  it('has no speaker but a span of the text, or what a span stands for, or none', () => {
    for (const { id, body } of record.of('statement').values()) {
      const { span, antecedent, name } = body.speaker;
      expect(span !== undefined || antecedent !== undefined || name === '', id).toBe(true);
    }
  });

  it('brings the bytes and the text of every source', () => {
    const kept = new Set(batches.flatMap(({ contents }) => contents.map((bytes) => digest(bytes))));
    for (const { body } of record.of('source').values()) expect(kept.has(body.bytes.sha256) && kept.has(body.text.sha256)).toBe(true);
  });

  it.each(['position', 'mandate', 'proposal'] as const)('rests every %s on accepted statements only', (kind) => {
    expect(record.of(kind).size).toBeGreaterThan(0);
    for (const { id, body } of record.of(kind).values()) expect(supporting(record, body.evidence), id).toHaveLength(body.evidence.length);
  });
});

function spansOf({ speaker, relays, cue, content, condition }: Body<'statement'>): (Span | undefined)[] {
  return [speaker.span, speaker.antecedent, cue, condition, ...content, ...relays.map(({ span }) => span)];
}
