import { api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { refreshCase } from '../api/queries.ts';
import type { Recorded } from '../api/types.ts';
import { t } from '../strings/strings.ts';
import { createStore } from './store.ts';

interface Change {
  readonly caseId: string;
  /** What was done, in words: "Accepted: Hamas has insisted…". */
  readonly label: string;
  readonly entries: readonly string[];
}

/** What was last done or undone, in words; read out to screen readers. */
export const statusLine = createStore('');
/** The error to show, until it is dismissed or something succeeds. */
export const problemShown = createStore<{ message: string; cure: string; code: string } | null>(null);
/** What can be undone, the latest last. Lives as long as the page. */
export const undoable = createStore<readonly Change[]>([]);

/** Records a change: runs it, remembers how to undo it, says what was done, shows the problem if there is one. */
export async function record<R extends Recorded>(caseId: string, label: string, run: () => Promise<R>): Promise<R | null> {
  try {
    const recorded = await run();
    const entries = recorded.entries.map(({ id }) => id);
    if (entries.length > 0) undoable.set([...undoable.get(), { caseId, label, entries }]);
    statusLine.set(label);
    problemShown.set(null);
    // Not waited for: who types on at once must not find the form emptied later.
    void refreshCase(caseId);
    return recorded;
  } catch (error) {
    showProblem(error);
    return null;
  }
}

/** Takes back the latest change made here in this case. */
export async function undoLatest(caseId: string): Promise<void> {
  const changes = undoable.get();
  const latest = changes.findLast((change) => change.caseId === caseId);
  if (!latest) {
    statusLine.set(t('undo.nothing'));
    return;
  }
  undoable.set(changes.filter((change) => change !== latest));
  try {
    await api.undo(caseId, [...latest.entries]);
    statusLine.set(t('undo.done', { what: latest.label }));
    problemShown.set(null);
    void refreshCase(caseId);
  } catch (error) {
    showProblem(error);
  }
}

export function showProblem(error: unknown): void {
  if (error instanceof ApiProblem) problemShown.set({ message: error.message, cure: error.cure, code: error.code });
  else problemShown.set({ message: error instanceof Error ? error.message : String(error), cure: t('problem.oursCure'), code: 'internal' });
}

/** Several answers as one, so that one undo takes all of it back. */
export function joined(...parts: readonly Recorded[]): Recorded {
  return { sequence: Math.max(...parts.map(({ sequence }) => sequence)), entries: parts.flatMap(({ entries }) => entries) };
}
