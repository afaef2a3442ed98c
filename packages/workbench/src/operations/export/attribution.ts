import type { AttributionRule, Body, CaseRecord, Id, Version } from '@parley/model';

/** How what a source says may be attributed: by its own rule and that of every source it was derived from, the strictest of them. */
export function ruleOf(record: CaseRecord, sourceId: Id): AttributionRule {
  const rules: AttributionRule[] = [];
  const seen = new Set<Id>();
  for (let at: Id | undefined = sourceId; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const body: Body<'source'> | undefined = record.of('source').get(at)?.body;
    if (body !== undefined) rules.push(body.attributionRule ?? DEFAULT_RULE[body.kind]);
    at = body?.derivedFrom;
  }
  return strictest(rules);
}

// What was said in a meeting and comes with no rule is kept back until somebody says which one was agreed.
const DEFAULT_RULE = { report: 'onRecord', document: 'onRecord', note: 'notAttributable' } as const;

export function strictest(rules: readonly AttributionRule[]): AttributionRule {
  if (rules.includes('notAttributable')) return 'notAttributable';
  return rules.includes('background') ? 'background' : 'onRecord';
}

/** What stands in an export for words that would tell who spoke. */
const WITHHELD = '[withheld]';

/**
 * Takes the names out of words that were recorded from one source: those of its speakers and relays,
 * and where nothing is attributable those of the speakers' parties and factions too. `keepRole`
 * leaves a speaker's role standing.
 */
export function withholder(record: CaseRecord, sourceId: Id, statements: readonly Version<'statement'>[]): (words: string) => string {
  const rule = ruleOf(record, sourceId);
  if (rule === 'onRecord') return (words) => words;
  const names = new Set<string>();
  for (const { body } of statements) {
    const { speaker, relays } = body;
    const given = [speaker.name, speaker.span?.text, speaker.antecedent?.text, ...relays.flatMap(({ name, span }) => [name, span?.text])];
    for (const name of given) if (name !== undefined) for (const part of nameParts(name, speaker.role)) names.add(part);
    if (rule === 'notAttributable') for (const name of partyNames(record, speaker)) names.add(name);
  }
  if (names.size === 0) return (words) => words;
  const longestFirst = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(longestFirst.map(asWord).join('|'), 'giu');
  return (words) => words.normalize('NFC').replace(pattern, WITHHELD);
}

/** Scripts without capitals write "and" or "to" onto a name (Arabic, Hebrew) or leave no space around it (Chinese): there it is found within words. */
function asWord(name: string): string {
  const words = escaped(name.normalize('NFC'));
  return /\p{Lo}/u.test(name) ? words : `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`;
}

function escaped(words: string): string {
  // Not the hyphen: outside a class the flag u takes an escaped one for a fault.
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A name and each capitalised word of it, so that "Corrin al-Estavel" also takes out "Estavel"; no pronouns and no words of the role. */
function nameParts(name: string, role: string | undefined): string[] {
  const whole = name.trim();
  if (whole.length < 2 || NO_NAMES.has(whole.toLowerCase())) return [];
  const ofRole = new Set((role ?? '').toLowerCase().split(/\s+/));
  const words = whole.split(/[\s,\u2010-\u2013-]+/).filter((word) => /^\p{Lu}/u.test(word) || /^[\p{Lo}]{3,}$/u.test(word));
  const telling = words.filter((word) => word.length > 1 && !NO_NAMES.has(word.toLowerCase()) && !ofRole.has(word.toLowerCase()));
  return whole.toLowerCase() === role?.toLowerCase() ? telling : [whole, ...telling];
}

/** Words at the head of a name or in its place that name nobody. */
const NO_NAMES = new Set('i you he she it we they him her them us me who the this that one a an mr mrs ms dr'.split(' '));

function partyNames(record: CaseRecord, { partyId, factionId }: Body<'statement'>['speaker']): string[] {
  if (partyId === undefined) return [];
  const body = record.of('party').get(partyId)?.body ?? record.of('thirdParty').get(partyId)?.body;
  if (body === undefined) return [];
  const factions = 'factions' in body ? body.factions.filter(({ id }) => id === factionId) : [];
  return [body, ...factions].flatMap(({ name, aliases }) => [...Object.values(name), ...aliases]);
}
