import type { Figure, SourcePage, Statement } from '../api/types.ts';
import { extentOf, marksOf } from '../text/marks-of.ts';
import type { Mark } from '../text/segments.ts';

/** A statement or figure of a source, in its place in the text. */
export type Item = { readonly id: string; readonly start: number; readonly positions: readonly string[] } & (
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'figure'; readonly figure: Figure }
);

export type Filter = 'open' | 'kept' | 'all';

/**
 * The statements and figures of a source in the order of the text: those suggested, those not
 * rejected, or all. The one with the id `keepId` stays in whatever its status.
 */
export function itemsOf(page: Pick<SourcePage, 'statements' | 'figures'>, filter: Filter, keepId?: string): Item[] {
  const items: Item[] = [
    ...page.statements.map(({ id, statement, positions }) => ({
      kind: 'statement' as const,
      id,
      statement,
      positions,
      start: extentOf(statement).start,
    })),
    ...page.figures.map(({ id, figure }) => ({ kind: 'figure' as const, id, figure, positions: [], start: figure.span.start })),
  ];
  return items
    .filter((item) => item.id === keepId || wanted(statusOf(item), filter))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}

export function statusOf(item: Item): Statement['status'] {
  return item.kind === 'statement' ? item.statement.status : item.figure.status;
}

/** The stretches to highlight for some items. */
export function marksOfItems(items: readonly Item[]): Mark[] {
  return items.flatMap((item): Mark[] =>
    item.kind === 'statement'
      ? marksOf(item)
      : [{ start: item.figure.span.start, end: item.figure.span.end, part: 'figure', ownerId: item.id, status: item.figure.status }],
  );
}

/** The item one on (`1`) or back (`-1`) from another; from none, the first or last. */
export function neighbour(items: readonly Item[], id: string | undefined, by: -1 | 1): Item | undefined {
  const at = items.findIndex((item) => item.id === id);
  if (at === -1) return by === 1 ? items[0] : items.at(-1);
  return items[at + by];
}

/** The next item that is still suggested, after the one named and else from the start; undefined when all are decided. */
export function nextSuggested(items: readonly Item[], id: string): Item | undefined {
  const at = items.findIndex((item) => item.id === id);
  const isOpen = (item: Item) => item.id !== id && statusOf(item) === 'suggested';
  return items.slice(at + 1).find(isOpen) ?? items.find(isOpen);
}

function wanted(status: Statement['status'], filter: Filter): boolean {
  return filter === 'all' || (filter === 'kept' ? status !== 'rejected' : status === 'suggested');
}
