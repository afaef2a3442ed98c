import { createHash } from 'node:crypto';
import { type Body, type CaseRecord, type Span, spanFits, UserError } from '@parley/model';
import type { CaseSession } from './case-session.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a source that `record` has, as it was taken out of its bytes. Throws a UserError where
 * it is not there or is not that text any more: words that nobody wrote must not be shown as a source.
 */
export async function sourceText(session: CaseSession, sourceId: string, record: CaseRecord = session.record): Promise<string> {
  const source = record.of('source').get(sourceId);
  if (source === undefined) throw new UserError(`there is no source "${sourceId}"`, { cure: 'name one that is there', code: 'unknown' });
  const bytes = await session.log.content(source.body.text.sha256);
  if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== source.body.text.sha256) {
    throw new UserError(`${session.file}: the text of source "${sourceId}" is ${bytes === null ? 'missing' : 'damaged'}`, {
      cure: 'see "parley verify", and put back a copy of the file from before the damage',
      code: 'damaged',
    });
  }
  return decoder.decode(bytes);
}

/** Throws a UserError that names the first span of a statement whose words do not stand in the text. */
export function checkSpans(statement: Body<'statement'>, text: string): void {
  const { speaker, relays, cue, content, condition } = statement;
  const spans: [string, Span | undefined][] = [
    ['speaker', speaker.span],
    ['antecedent', speaker.antecedent],
    ...relays.map(({ span }): [string, Span | undefined] => ['relay', span]),
    ['cue', cue],
    ...content.map((span): [string, Span] => ['content', span]),
    ['condition', condition],
  ];
  for (const [role, span] of spans) if (span !== undefined) checkSpan(role, span, text);
}

/** Throws a UserError where the words of a span do not stand in the text. `role` says what the span is of. */
export function checkSpan(role: string, span: Span, text: string): void {
  if (spanFits(span, text)) return;
  throw new UserError(`${role}: the words "${span.text.slice(0, 80)}" do not stand at characters ${span.start}–${span.end} of the source`, {
    cure: 'select the words in the source text again',
  });
}
