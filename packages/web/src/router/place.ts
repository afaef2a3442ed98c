/** A view of the app, as its path names it. */
export type Route =
  | { readonly view: 'start' }
  | { readonly view: CaseViewName; readonly caseId: string; readonly sourceId?: string }
  | { readonly view: 'unknown'; readonly path: string };

export type CaseViewName = 'table' | 'record' | 'figures' | 'bargain' | 'stability' | 'exchange' | 'maps' | 'setup';
const CASE_VIEWS: readonly string[] = [
  'table',
  'record',
  'figures',
  'bargain',
  'stability',
  'exchange',
  'maps',
  'setup',
] satisfies CaseViewName[];

/** Everything about a view that is not its path: the two times, compartments, what is open beside it. */
export interface Query {
  /** A day, `2025-07-12`; absent: today. */
  readonly heldOn?: string;
  /** An instant; absent: now. */
  readonly knownAt?: string;
  /** Compartments looked through; absent: all. */
  readonly compartments?: readonly string[];
  /** The cell open beside the table. */
  readonly cell?: { readonly partyId: string; readonly issueId: string };
  /** The issue open beside the table. */
  readonly issue?: string;
  /** The statement or figure shown in the reading view. */
  readonly statement?: string;
  readonly figure?: string;
  /** What is open beside the list of sources, or which section of the setup. */
  readonly open?: string;
  /** The exchange shown, its schedule, and the schedule beside that. */
  readonly exchange?: string;
  readonly schedule?: string;
  readonly beside?: string;
  /** The package open beside the bargain, counted from 1, and how factions decide. */
  readonly package?: string;
  readonly ratify?: string;
  /** The conflict shown, the state of it that is open, and how far deciders look ahead. */
  readonly conflict?: string;
  readonly state?: string;
  readonly concept?: string;
  /** The maps that are not shown, the two that are swiped or taken from each other, and the features shown alone. */
  readonly hidden?: string;
  readonly mode?: string;
  readonly first?: string;
  readonly second?: string;
  readonly features?: string;
  /** What is reckoned below the map, against which map, and with whose count of people. */
  readonly reckon?: string;
  readonly reference?: string;
  readonly population?: string;
  /** Of whose maps the phases are, what was held before the first, and what a zone of a phase stands for. */
  readonly phasesOf?: string;
  readonly start?: string;
  readonly zonesAre?: string;
  /** A cell to go back to: the address of the view that a link came from. */
  readonly from?: string;
}

export interface Place {
  readonly route: Route;
  readonly query: Query;
}

const PLAIN = [
  'heldOn',
  'knownAt',
  'issue',
  'statement',
  'figure',
  'open',
  'conflict',
  'state',
  'concept',
  'package',
  'ratify',
  'exchange',
  'schedule',
  'beside',
  'hidden',
  'mode',
  'first',
  'second',
  'features',
  'reckon',
  'reference',
  'population',
  'phasesOf',
  'start',
  'zonesAre',
  'from',
] as const;

/** Reads an address, `/c/doha/table?heldOn=2025-07-12`. Unknown paths give the route `unknown`; unknown parameters are dropped. */
export function parsePlace(address: string): Place {
  const [path = '/', search = ''] = address.split(/\?(.*)/s);
  const parameters = new URLSearchParams(search);
  const query: Record<string, unknown> = {};
  for (const name of PLAIN) {
    const value = parameters.get(name);
    if (value) query[name] = value;
  }
  const compartments = parameters.get('compartments');
  if (compartments) query.compartments = compartments.split(',').filter(Boolean);
  const [partyId, issueId] = (parameters.get('cell') ?? '').split(',');
  if (partyId && issueId) query.cell = { partyId, issueId };
  return { route: parsePath(path), query };
}

/** The address of a place; `parsePlace` reads it back. */
export function formatPlace({ route, query }: Place): string {
  const parameters: string[] = [];
  const add = (name: string, value: string) =>
    parameters.push(`${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`);
  if (query.cell) add('cell', `${query.cell.partyId},${query.cell.issueId}`);
  if (query.compartments) add('compartments', query.compartments.join(','));
  for (const name of PLAIN) {
    const value = query[name];
    if (value) add(name, value);
  }
  return formatPath(route) + (parameters.length > 0 ? `?${parameters.join('&')}` : '');
}

/** The part of a query that goes along from view to view: the two times and the compartments. */
export function asOfQuery({ heldOn, knownAt, compartments }: Query): Query {
  return { ...(heldOn && { heldOn }), ...(knownAt && { knownAt }), ...(compartments && { compartments }) };
}

function parsePath(path: string): Route {
  const parts = path.split('/').filter(Boolean).map(decode);
  if (parts.length === 0) return { view: 'start' };
  const [head, caseId, view = 'table', sourceId, ...rest] = parts;
  if (head !== 'c' || !caseId || !CASE_VIEWS.includes(view) || rest.length > 0) return { view: 'unknown', path };
  if (sourceId !== undefined && view !== 'record') return { view: 'unknown', path };
  return { view: view as CaseViewName, caseId, ...(sourceId && { sourceId }) };
}

function formatPath(route: Route): string {
  if (route.view === 'start') return '/';
  if (route.view === 'unknown') return route.path;
  const parts = ['c', route.caseId, route.view, ...(route.sourceId ? [route.sourceId] : [])];
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
