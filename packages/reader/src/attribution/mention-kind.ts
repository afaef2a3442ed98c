import { nounLemma } from '../grammar/lemma.ts';

/** What a name or noun phrase stands for, as far as its words tell. */
export type MentionKind = 'person' | 'body' | 'thing' | null;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const BODIES = words(
  'office government ministry cabinet army military police navy command committee council parliament assembly senate party union front movement brigade company corporation bank agency mission team delegation side group court authority ' +
    'presidency embassy commission board faction coalition alliance force administration secretariat house league department militia guild bloc campaign organization organisation foundation association institute republic state ' +
    'kingdom emirate federation confederation regime leadership opposition camp station radio television newspaper broadcaster column panel',
);
const THINGS = words(
  'report statement letter memo bulletin communique communiqué document text draft paper agreement deal article poll survey study website account record talk war attack truce ceasefire plan proposal map bridge road dam strike vote law bill figure number image video there list twist offer order river factor error motor tractor sector winter summer water matter corner border quarter chapter power dinner danger answer computer',
);
const PEOPLE = words(
  'president premier chancellor king queen prince princess emir ambassador envoy secretary general chief chair mayor judge delegate diplomat spokesman spokeswoman spokesperson captain colonel lieutenant sergeant admiral major bishop abbot priest imam rabbi sheikh ' +
    'witness resident aide source official host guest patient deputy guard cleric representative negotiator lawyer widow bride person man woman boy girl mother father son daughter brother sister wife husband uncle aunt friend neighbour neighbor candidate ' +
    'nurse surgeon shepherd pilot analyst clerk cook poet expert monk nun guide relative refugee detainee hostage agent student professor cousin analyst source lawmaker herdsman merchant traveller',
);
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|sir|lord|lady|dame|king|queen|prince|princess|sheikh|general|gen|colonel|col|captain|capt|major|lieutenant|admiral|president|senator|sen|rep|gov|governor|minister|judge|father|sister|brother|bishop|councillor)\.?\s/i;

/** Whether `he` or `she` may stand for a name: a person, or a name with a capital that may be one. */
export function mayBePerson(name: string, kind: MentionKind): boolean {
  if (kind !== null) return kind === 'person';
  const last =
    name
      .split(/\s(?:of|for|in|at|from|on|with|to)\s/)[0]
      ?.split(/\s+/)
      .pop() ?? '';
  return /^\p{Lu}/u.test(last) && !/^(?:I|You|We|It|There|This|That|They|He|She)$/.test(last);
}

/** Tells a person from a body by title, office, ending and number of names. `name` is the phrase without what hangs on it. */
export function mentionKind(name: string): MentionKind {
  const bare = name.replace(/^(?:the|an?|its|his|her|their|our|my|this|that)\s+/i, '');
  const parts = (bare.split(/\s(?:of|for|in|at|from|on|with|to)\s/)[0] as string).split(/\s+/);
  const head = nounLemma((parts[parts.length - 1] ?? '').toLowerCase().replace(/['’]s?$/, ''));
  if (BODIES.has(head) || (parts.length > 1 && /^(?:radio|tv|bank|ministry|council)$/i.test(parts[0] as string))) return 'body';
  if (THINGS.has(head)) return 'thing';
  if (TITLE.test(bare)) return 'person';
  if (PEOPLE.has(head)) return 'person';
  if (head === (parts[parts.length - 1] ?? '') && /(?:[^aeiou]er|or|man|woman|ist|ian|ant|eer)$/.test(head)) return 'person';
  if (
    bare === name &&
    parts.length > 1 &&
    parts.length < 5 &&
    parts.every((part) => /^[\p{Lu}]/u.test(part)) &&
    !parts.some((part) => BODIES.has(part.toLowerCase()))
  )
    return 'person';
  return null;
}
