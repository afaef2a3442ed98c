import { attributeByLists } from './attribution/attribute-by-lists.ts';
import { attributeParagraph } from './attribution/attribute-paragraph.ts';
import type { Attribution } from './attribution/attribution.ts';
import { enclosing, isAccount } from './attribution/find-relays.ts';
import { ownReporters } from './attribution/own-reporters.ts';
import { type Paragraph, readParagraph } from './grammar/read-paragraph.ts';
import { detectLanguage } from './language/detect-language.ts';
import { linkStatement } from './linking/link-statement.ts';
import type { Reading, ReadOptions, ReadStatement } from './reading.ts';
import { type ReadingState, startReading } from './reading-state.ts';
import { type Block, blocksOf } from './segment/blocks.ts';
import { addFigures } from './statement/add-figures.ts';
import { addUnread } from './statement/add-unread.ts';
import { allQuoted, continueOpen, openAtEnd } from './statement/open-statement.ts';
import { statementOf } from './statement/statement-of.ts';
import { subjectMentions } from './statement/subject-mentions.ts';

/**
 * Reads the attributed statements and figures of `text`.
 *
 * The same text gives the same reading, whatever was read before. Never throws on any string.
 */
export function readText(text: string, options: ReadOptions = {}): Reading {
  const reading: Reading = { statements: [], figures: [], language: options.language ?? detectLanguage(text), unread: [] };
  const state = startReading(reading.language, options);
  for (const block of blocksOf(text)) readBlock(text, block, state, reading);
  return reading;
}

/** Adds to `reading` what stands in a block of `text`. */
export function readBlock(text: string, block: Block, state: ReadingState, reading: Reading): void {
  const paragraph = readParagraph(text, block);
  const { mentions, linker } = state;
  continueOpen(text, paragraph, state, reading);
  const all = state.cues.lists
    ? attributeByLists(paragraph, state.cues.lists)
    : attributeParagraph(paragraph, state.cues.tables, state.reporters);
  const attributions = all.filter((one) => !isMereAccount(paragraph, one, all));
  const subjects = subjectMentions(text, paragraph, attributions, state.sentences);
  let nextSubject = 0;
  const first = reading.statements.length;
  const ordered = [...attributions].sort((a, b) => startOf(a) - startOf(b));
  const statements = new Map<Attribution, ReadStatement>();
  for (const one of ordered) {
    const before = paragraph.tokens[one.source?.from ?? one.cue?.from ?? startOf(one)]?.start ?? 0;
    for (; nextSubject < subjects.length && (subjects[nextSubject] as { at: number }).at < before; nextSubject++)
      mentions.add(subjects[nextSubject] as (typeof subjects)[number]);
    const statement = statementOf(text, paragraph, one, all, mentions, statements, state);
    if (linker) linkStatement(statement, linker);
    statements.set(one, statement);
    if (statement.content.length > 0) reading.statements.push(statement);
  }
  for (; nextSubject < subjects.length; nextSubject++) mentions.add(subjects[nextSubject] as (typeof subjects)[number]);
  for (const name of ownReporters(text.slice(block.start, block.end))) state.reporters.add(name);
  state.sentences += paragraph.sentences.length;
  state.open = openAtEnd(paragraph, ordered, statements) ?? (allQuoted(paragraph) ? state.open : null);
  addFigures(text, paragraph, reading, first);
  addUnread(text, paragraph, all, reading);
}

function startOf(one: Attribution): number {
  return Math.min(...one.content.map((range) => range.from), one.source?.from ?? Number.POSITIVE_INFINITY);
}

/** `Reports indicate that the union views …` only passes on what the union holds. */
function isMereAccount(paragraph: Paragraph, one: Attribution, all: readonly Attribution[]): boolean {
  if (!one.source || !isAccount(paragraph, one.source)) return false;
  const start = Math.min(...one.content.map((range) => range.from));
  return all.some((inner) => inner !== one && inner.source !== null && enclosing(all, inner) === one && inner.source.from - start <= 2);
}
