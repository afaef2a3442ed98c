import type { Draft } from '../entry/entry.ts';
import { UserError } from '../user-error.ts';
import { PUBLIC } from '../words/compartment.ts';
import { firstDay, lastDay } from '../words/edtf-date.ts';
import { type Body, KINDS, type Kind } from '../words/kinds.ts';
import { mayReferTo } from './compartments.ts';
import type { CaseRecord } from './fold.ts';
import { type Reference, referencesOf } from './references.ts';

/**
 * Drafts that are to be recorded together: each body checked against its kind's schema, each
 * reference against the record and the drafts before it.
 *
 * Throws a UserError that names the field and the value. What the record hides and what does not
 * exist give the same message.
 */
export function checkDrafts(record: CaseRecord, drafts: readonly Draft[]): Draft[] {
  return drafts.map(draftChecker(record));
}

/** As {@link checkDrafts}, one draft after the other. */
export function draftChecker(record: CaseRecord): (draft: Draft) => Draft {
  const pending = new Map<Kind, Map<string, Found | null>>();
  const there = new Map<string, Found>();
  const find = (kind: Kind, id: string): Found | undefined => {
    const fresh = pending.get(kind)?.get(id);
    if (fresh !== undefined) return fresh ?? undefined;
    const kept = record.of(kind).get(id);
    return kept && { body: kept.body, compartment: kept.entry.compartment };
  };
  return (draft) => {
    const checked = checkDraft(draft, record, find);
    const { kind, id } = draft.subject;
    const ofKind = pending.get(kind) ?? new Map<string, Found | null>();
    pending.set(kind, ofKind.set(id, checked.action === 'put' ? foundOf(kind, checked, there) : null));
    return checked;
  };
}

function foundOf(kind: Kind, { body, compartment }: Draft, there: Map<string, Found>): Found {
  if (!WITHOUT_PARTS.has(kind)) return { body, compartment };
  const known = there.get(compartment) ?? { body: null, compartment };
  there.set(compartment, known);
  return known;
}

/** The body with defaults filled in; a UserError names the first field that does not fit. */
export function parseBody<K extends Kind>(kind: K, body: unknown): Body<K> {
  const parsed = KINDS[kind].safeParse(body);
  if (parsed.success) {
    if (HALF_CHARACTER.test(JSON.stringify(parsed.data))) {
      throw new UserError(`${kind}: a text in it begins or ends within a character`, { cure: 'select whole characters and try again' });
    }
    return parsed.data as Body<K>;
  }
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') || kind;
  throw new UserError(`${kind}: ${field}: ${inWords(issue)}`, { cure: `correct "${field}" and try again` });
}

/** What does not fit: of a text without its least or over its most characters, so in words. */
function inWords(issue: { code: string; message: string; origin?: unknown; maximum?: unknown; minimum?: unknown } | undefined): string {
  if (issue?.origin === 'string' && issue.code === 'too_small' && issue.minimum === 1) return 'it is empty';
  if (issue?.origin === 'string' && issue.code === 'too_big') return `it has more than ${issue.maximum} characters`;
  return issue?.message ?? 'not valid';
}

// JSON.stringify writes half of a surrogate pair as an escape, and only that; UTF-8 cannot hold it.
const HALF_CHARACTER = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** Kinds of which there may be a million in one change, so that what they say is not kept: a reference only asks whether they are there. */
const WITHOUT_PARTS: ReadonlySet<Kind> = new Set(['statement', 'figure']);

interface Found {
  readonly body: Body | null;
  readonly compartment: string;
}
type Find = (kind: Kind, id: string) => Found | undefined;

function checkDraft(draft: Draft, record: CaseRecord, find: Find): Draft {
  const { kind, id } = draft.subject;
  if (draft.compartment !== PUBLIC && find('compartment', draft.compartment) === undefined) throw missing('compartment', draft.compartment);
  if (draft.action === 'retract') {
    if (find(kind, id) === undefined) throw missing(kind, id);
    return draft;
  }
  const body = parseBody(kind, draft.body);
  checkEndsAfterStart(kind, body);
  for (const reference of referencesOf(kind, body)) checkReference(reference, draft.compartment, record, find);
  if (kind === 'mapFeature') checkReplacesAnother(id, body as Body<'mapFeature'>, find);
  return { ...draft, body } as Draft;
}

/** What ends before it starts would hold on no day, and be shown nowhere. */
function checkEndsAfterStart(kind: Kind, body: Body): void {
  if (kind !== 'position' && kind !== 'mandate') return;
  const { from, to } = body as Body<'position'>;
  if (from === undefined || to === undefined || lastDay(to) >= firstDay(from)) return;
  throw new UserError(`${kind}: to: it ends on ${to}, before it starts on ${from}`, { cure: 'correct "from" or "to" and try again' });
}

/** A feature that replaced itself, by way of others or not, would have no first version. */
function checkReplacesAnother(id: string, { replacesId }: Body<'mapFeature'>, find: Find): void {
  const seen = new Set<string>();
  for (
    let at = replacesId;
    at !== undefined && !seen.has(at);
    at = (find('mapFeature', at)?.body as Body<'mapFeature'> | undefined)?.replacesId
  ) {
    seen.add(at);
    if (at === id)
      throw new UserError(`mapFeature: replacesId: "${id}" would replace itself`, { cure: 'name the earlier version, or none' });
  }
}

function checkReference({ kinds, id, field, part }: Reference, compartment: string, record: CaseRecord, find: Find): void {
  const named = kinds.map((kind) => find(kind, id)).find((found) => found !== undefined);
  if (named === undefined || !mayReferTo(record, compartment, named.compartment)) throw missing(kinds[0] as Kind, id, field);
  if (part !== undefined && !partsOf(named.body).includes(part)) throw missing(PART[kinds[0] as Kind] ?? 'faction', part, field);
}

const PART: { [K in Kind]?: 'option' | 'item' | 'decider or option' } = {
  issue: 'option',
  exchange: 'item',
  conflict: 'decider or option',
};

function partsOf(body: Body | null): string[] {
  const { options, factions, items, deciders } = (body ?? {}) as Partial<
    Body<'issue'> & Body<'party'> & Body<'exchange'> & Body<'conflict'>
  >;
  if (deciders !== undefined) return deciders.flatMap((decider) => [decider.id, ...decider.options.map(({ id }) => id)]);
  return (options ?? factions ?? items ?? []).map(({ id }) => id);
}

function missing(what: Kind | 'option' | 'faction' | 'item' | 'decider or option', id: string, field?: string): UserError {
  return new UserError(`${field === undefined ? '' : `${field}: `}there is no ${what} "${id}"`, {
    cure: `add the ${what} first, or name one that is there`,
    code: 'unknown',
  });
}
