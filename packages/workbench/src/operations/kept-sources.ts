import type { Body, Id } from '@parley/model';
import type { CaseSession } from './case-session.ts';

/** The sources in one compartment by what they are the same in. */
interface KeptSources {
  readonly byBytes: Map<string, Id[]>;
  /** By `reportKey`. */
  readonly byReport: Map<string, Id>;
  readonly byText: Map<string, Id[]>;
  /** The digests of the texts, each once, in the order in which they came. */
  readonly texts: string[];
}

/** Kept as long as the case is open: to go over ten thousand sources with each one that is added would take longer than to read it. */
const KEPT = new WeakMap<CaseSession, Index>();

interface Index {
  /** How many entries were looked at. */
  seen: number;
  readonly ids: Set<Id>;
  readonly byCompartment: Map<Id, KeptSources>;
}

/** The same in another compartment is another source: to say that it is there would tell of it. */
export function keptSources(session: CaseSession, compartment: Id): KeptSources {
  let index = KEPT.get(session) ?? newIndex();
  const { entries, record } = session;
  const changed = new Set<Id>();
  for (; index.seen < entries.length; index.seen++) {
    const { subject } = entries[index.seen] as (typeof entries)[number];
    if (subject.kind !== 'source' && subject.kind !== 'destruction') continue;
    // What was there before, and is another now or gone, is looked at with all others again.
    if (subject.kind === 'destruction' || index.ids.has(subject.id) || changed.has(subject.id)) {
      index = newIndex(entries.length);
      for (const id of record.of('source').keys()) changed.add(id);
      break;
    }
    changed.add(subject.id);
  }
  KEPT.set(session, index);
  for (const id of changed) {
    index.ids.add(id);
    const source = record.of('source').get(id);
    if (source !== undefined) keep(keptIn(index, source.entry.compartment), id, source.body);
  }
  return keptIn(index, compartment);
}

/** One report in two mailboxes, or in a feed saved twice. The same words from another publisher are another witness. */
export function reportKey({ text, title, publisher, published }: Body<'source'>): string {
  return JSON.stringify([text.sha256, title, publisher ?? null, published ?? null]);
}

function newIndex(seen = 0): Index {
  return { seen, ids: new Set(), byCompartment: new Map() };
}

function keptIn({ byCompartment }: Index, compartment: Id): KeptSources {
  const known = byCompartment.get(compartment);
  if (known !== undefined) return known;
  const made: KeptSources = { byBytes: new Map(), byReport: new Map(), byText: new Map(), texts: [] };
  byCompartment.set(compartment, made);
  return made;
}

function keep(kept: KeptSources, id: Id, source: Body<'source'>): void {
  push(kept.byBytes, source.bytes.sha256, id);
  kept.byReport.set(reportKey(source), id);
  if (push(kept.byText, source.text.sha256, id) === 1) kept.texts.push(source.text.sha256);
}

function push(lists: Map<string, Id[]>, key: string, id: Id): number {
  const list = lists.get(key);
  if (list !== undefined) return list.push(id);
  lists.set(key, [id]);
  return 1;
}
