import { createContext, useContext } from 'react';
import { navigate, usePlace } from './location.ts';
import { asOfQuery, type CaseViewName, formatPlace, type Query } from './place.ts';

const CaseId = createContext('');
export const CaseIdProvider = CaseId.Provider;

/** The case shown, its query, and ways to other views of it that keep the two times. */
export function useCasePlace() {
  const caseId = useContext(CaseId);
  const { route, query } = usePlace();
  const hrefTo = (view: CaseViewName, more: Query = {}, sourceId?: string): string =>
    formatPlace({ route: { view, caseId, ...(sourceId && { sourceId }) }, query: { ...asOfQuery(query), ...more } });
  /** Changes some of the query where one is; `undefined` takes a part away. */
  const change = (changes: { [K in keyof Query]?: Query[K] | undefined }, options: { replace?: boolean } = {}): void => {
    const next = Object.fromEntries(Object.entries({ ...query, ...changes }).filter(([, value]) => value !== undefined)) as Query;
    navigate({ route, query: next }, options);
  };
  return { caseId, route, query, asOf: asOfQuery(query), hrefTo, change };
}
