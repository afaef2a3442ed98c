import { isEdtfDate } from '@parley/model';
import { useMemo, useState } from 'react';
import { api } from '../api/client.ts';
import type { SourcePage, Statement } from '../api/types.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { joined, record } from '../state/changes.ts';
import { positionsOf } from '../statement/positions-of.ts';
import { shortWords } from '../statement/short-words.ts';
import { type StringKey, t } from '../strings/strings.ts';
import { blankStatement, type SpanPart, withSpan } from './draft.ts';
import { type Filter, type Item, itemsOf, nextSuggested } from './items.ts';

/** A statement being corrected, or added where `id` is null, and the part that the next words selected become. */
export interface Draft {
  readonly id: string | null;
  readonly statement: Statement;
  readonly part: SpanPart;
}

/** The review of a source: what is shown, what is current, what is being changed, and the decisions. */
export function useReview(page: SourcePage) {
  const { caseId, query, change } = useCasePlace();
  const currentId = query.statement ?? query.figure;
  const [filter, setFilter] = useState<Filter>('kept');
  const [edits, setEdits] = useState<ReadonlyMap<string, Statement>>(new Map());
  const [draft, setDraft] = useState<Draft | null>(() => draftOf(query.open === 'correct' ? page : null, query.statement));
  const filtered = useMemo(() => itemsOf(page, filter), [page, filter]);
  // The current one stays in the list when it no longer passes the filter, until another is picked.
  const isKept = currentId !== undefined && !filtered.some(({ id }) => id === currentId);
  const keepId = isKept ? currentId : undefined;
  const kept = useMemo(() => (keepId === undefined ? filtered : itemsOf(page, filter, keepId)), [filtered, page, filter, keepId]);
  const items = useMemo(() => (edits.size === 0 ? kept : kept.map((item) => edited(item, edits))), [kept, edits]);
  const current = items.find(({ id }) => id === currentId);

  const pick = (item: Item | undefined) => {
    if (item === undefined) return;
    change(
      { statement: item.kind === 'statement' ? item.id : undefined, figure: item.kind === 'figure' ? item.id : undefined, open: undefined },
      { replace: true },
    );
  };
  const edit = (id: string, statement: Statement) => setEdits(new Map(edits).set(id, statement));
  const forget = (id: string) => setEdits(new Map([...edits].filter(([key]) => key !== id)));

  const decide = async (item: Item, decision: 'accept' | 'reject' | 'reopen'): Promise<void> => {
    const label = t(DECIDED[decision], { words: item.kind === 'statement' ? shortWords(item.statement) : `“${item.figure.span.text}”` });
    const positions = item.kind === 'statement' && decision === 'accept' ? positionsOf(item.statement, page.source.published) : [];
    const recorded = await record(caseId, label, () =>
      item.kind === 'figure'
        ? api.put(caseId, 'figure', item.id, { ...item.figure, status: STATUS[decision] })
        : api.decide(caseId, item.id, {
            decision,
            ...(edits.has(item.id) && { statement: item.statement }),
            ...(positions.length > 0 && { positions }),
          }),
    );
    if (recorded === null) return;
    forget(item.id);
    if (decision !== 'reopen') pick(nextSuggested(items, item.id));
  };

  const save = async (): Promise<void> => {
    if (draft === null || draftProblem(draft.statement) !== null) return;
    const { id, statement } = draft;
    const positions = positionsOf(statement, page.source.published);
    const words = shortWords(statement);
    const recorded = await (id === null
      ? record(caseId, t('decided.added', { words }), async () => {
          const added = await api.add(caseId, 'statement', { ...statement, status: 'accepted' }, page.compartment);
          const newId = added.entries[0]?.subject.id;
          return positions.length > 0 && newId ? joined(added, await api.decide(caseId, newId, { decision: 'accept', positions })) : added;
        })
      : record(caseId, t('decided.corrected', { words }), () => api.decide(caseId, id, { decision: 'accept', statement, positions })));
    if (recorded === null) return;
    setDraft(null);
    const shownId = id ?? recorded.entries.find(({ subject }) => subject.kind === 'statement')?.subject.id;
    if (id !== null) forget(id);
    const next = id === null ? undefined : nextSuggested(items, id);
    if (next) pick(next);
    else if (shownId) change({ statement: shownId, figure: undefined, open: undefined }, { replace: true });
  };

  return {
    filter,
    setFilter,
    items,
    current,
    draft,
    setDraft,
    pick,
    edit,
    accept: (item: Item) => decide(item, 'accept'),
    reject: (item: Item) => decide(item, 'reject'),
    reopen: (item: Item) => decide(item, 'reopen'),
    correct: (item: Item) => {
      if (item.kind === 'statement') setDraft({ id: item.id, statement: item.statement, part: 'content' });
    },
    add: (stretch: { start: number; end: number } | null) => {
      const blank = blankStatement(page.id);
      const statement = stretch === null ? blank : withSpan(blank, 'content', stretch, page.text);
      setDraft({ id: null, statement, part: stretch === null ? 'content' : 'speaker' });
    },
    save,
  };
}
export type Review = ReturnType<typeof useReview>;

/** Why a statement cannot be recorded yet; null where it can. */
export function draftProblem(statement: Statement): string | null {
  if (statement.content.length === 0) return t('correct.noContent');
  if (statement.saidOn !== undefined && !isEdtfDate(statement.saidOn)) return t('date.wrong');
  return null;
}

const DECIDED = { accept: 'decided.accepted', reject: 'decided.rejected', reopen: 'decided.reopened' } as const satisfies Record<
  string,
  StringKey
>;
const STATUS = { accept: 'accepted', reject: 'rejected', reopen: 'suggested' } as const;

function edited(item: Item, edits: ReadonlyMap<string, Statement>): Item {
  const statement = edits.get(item.id);
  return item.kind === 'statement' && statement ? { ...item, statement } : item;
}

function draftOf(page: SourcePage | null, statementId: string | undefined): Draft | null {
  const found = page?.statements.find(({ id }) => id === statementId);
  return found ? { id: found.id, statement: found.statement, part: 'content' } : null;
}
