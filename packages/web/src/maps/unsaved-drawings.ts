import type { Draft } from './canvas/draft.ts';

/** What was drawn and is not recorded, of all cases: it outlasts the panel and the view, and is lost with the page. */
const drawings = new Map<string, Draft>();

/** Of one case, by what is open beside the map. */
export function unsavedDrawings(caseId: string) {
  const key = (open: string) => `${caseId}\n${open}`;
  return {
    get: (open: string): Draft | undefined => drawings.get(key(open)),
    keep: (open: string, draft: Draft): void => void drawings.set(key(open), draft),
    forget: (open: string): void => void drawings.delete(key(open)),
  };
}
