import type { Strength } from '@parley/model';
import { SAYING } from './cue-words.ts';
import { forceOfWords, isSubjunctive } from './force-of-words.ts';

/** What the strength of a statement is judged by. */
export interface StrengthSigns {
  /** Base form of the cue's word. */
  lemma: string;
  /** The force that the case gives to the word. */
  given?: Strength | undefined;
  /** Whether the cue is negated: `did not say`, `never accepted`. */
  negated: boolean;
  /** Whether nothing was said, whatever the cue: `stopped short of saying`, or a denial around it. */
  withheld: boolean;
  modal: string | undefined;
  /** Words of the cue, lower case. */
  cue: string;
  /** First words of the content, lower case. */
  content: string;
  /** What follows the cue, as counted: `to`, `that`, `np` … */
  next: string;
}

const BY_STRENGTH: Readonly<Record<Exclude<Strength, 'asserts'>, string>> = {
  demands:
    'demand insist urge require order call press ask want request need seek appeal beg push compel implore command summon recommend advocate instruct exhort plead petition advise favor prefer',
  offers: 'offer propose suggest pledge promise vow commit volunteer guarantee undertake float table',
  accepts: 'accept agree approve consent welcome embrace ratify concede concur endorse adopt support back',
  rejects:
    'reject oppose refuse resist dismiss condemn denounce veto criticize blast decry slam object disagree rebuff exclude spurn deplore attack protest disavow',
  denies: 'deny refute rebut dispute contradict disclaim',
  declinesToSay: '',
  threatens: 'threaten menace',
  expects:
    'expect hope believe fear think anticipate predict plan intend aim consider project foresee assume doubt worry forecast estimate seem appear suspect wish aspire prepare optimism expectation concern',
};

const STRENGTH_OF: ReadonlyMap<string, Strength> = new Map(
  Object.entries(BY_STRENGTH).flatMap(([strength, lemmas]) =>
    lemmas.split(' ').map((lemma): [string, Strength] => [lemma, strength as Strength]),
  ),
);

/** What a negated cue of each strength comes to: `has not rejected` asserts no acceptance, `did not say` says nothing. */
const NEGATED: Readonly<Record<Strength, Strength>> = {
  asserts: 'declinesToSay',
  demands: 'declinesToSay',
  offers: 'rejects',
  accepts: 'rejects',
  rejects: 'declinesToSay',
  denies: 'declinesToSay',
  declinesToSay: 'declinesToSay',
  threatens: 'declinesToSay',
  expects: 'denies',
};

const SILENT =
  /^(?:(?:to )?(?:comment|say|discuss|disclose|confirm|answer|respond|elaborate|speak|speculate|specify|reveal|provide details|give details|name|address|identify|talk|reply|explain|justify|clarify|give reasons|be drawn|be named|be identified|be quoted)\b|comment\b)/;
/** `said nothing about the prisoners`; not `said nothing had changed`. */
const NOTHING = /^(?:nothing|not a word)(?: (?:more|else|further|new))?(?: (?:about|of|on|to|regarding|in|publicly)\b.*)?[.,;]?$/;
const RULING_OUT = /\brul(?:e|es|ed|ing) out\b|\bwould not accept\b/;
/** `called the report a lie`. */
const LYING = /\b(?:lies?|false|fake|untrue|baseless|unfounded|fabricat\w+|fiction|nonsense|slander|invention|hoax)\b/;
/** `rejected claims that …`, `dismissed as fiction a report that …`. */
const WAVED_OFF = new Set([
  'reject',
  'dismiss',
  'rubbish',
  'laugh',
  'shrug',
  'brush',
  'wave',
  'deride',
  'debunk',
  'mock',
  'quash',
  'rebuff',
]);
const HEARSAY =
  /^(?:(?:off|aside) )?(?:as [\w'’-]+(?: [\w'’-]+)? )?(?:(?:the|a|an|any|all|such|these|those|this|that|his|her|their|its|recent|earlier|press|media) )*(?:reports?|claims?|allegations?|suggestions?|accusations?|rumou?rs?|assertions?|insinuations?|speculation|talk|charges?) (?:that|of|about|by|from|it|he|she|they|his|her|their|its)\b/;
const UNWELCOME = /\b(?:unacceptable|insufficient|inadequate|premature|illegal|unlawful|void|a step back)\b/;

/** The force with which the content is said: from the cue, its negation and the first words of the content. */
export function judgeStrength(signs: StrengthSigns): Strength {
  const { lemma, negated, cue, content } = signs;
  if (signs.withheld) return 'declinesToSay';
  if ((lemma === 'decline' || lemma === 'refuse') && (SILENT.test(content) || SILENT.test(cue.replace(/^.*?(?:declin|refus)\w*\s*/, ''))))
    return 'declinesToSay';
  if (SAYING.has(lemma) && /^(?:np|pronoun)/.test(signs.next) && NOTHING.test(content)) return 'declinesToSay';
  if (/\b(?:no comment|unavailable for comment)\b/.test(cue)) return 'declinesToSay';
  if (RULING_OUT.test(cue) || (lemma === 'rule' && content.startsWith('out'))) return negated ? 'declinesToSay' : 'rejects';
  if (lemma === 'decline') return 'rejects';
  if (negated && isNever(signs)) return 'denies';
  if (negated && SAYING.has(lemma)) return 'declinesToSay';
  if (negated && (lemma === 'share' || lemma === 'associate')) return 'rejects';
  if (negated && lemma === 'accept' && signs.next === 'that') return 'denies';
  const own = signs.given ?? strengthOf(signs);
  return negated ? NEGATED[own] : own;
}

/** `has never said that it would sign`, of somebody's own words: the saying is denied. */
function isNever({ lemma, cue, next }: StrengthSigns): boolean {
  return (
    /\bnever\b/.test(cue) &&
    ['say', 'state', 'claim', 'assert', 'announce', 'suggest', 'declare'].includes(lemma) &&
    !['whether', 'if', 'what', 'how', 'why', 'when', 'where', 'who', 'quote'].includes(next)
  );
}

function strengthOf(signs: StrengthSigns): Strength {
  const own = strengthOfCue(signs);
  if (own !== 'asserts' || signs.negated || ASKING.has(signs.lemma)) return own;
  return forceOfWords(signs.content.replace(/^that /, '')) ?? own;
}

/** Verbs that say what somebody takes something for. */
const LIKENING = new Set(['call', 'brand', 'label', 'describe', 'consider', 'find', 'deem', 'term', 'view']);
/** What follows these is a question. */
const ASKING = new Set(['ask', 'wonder', 'enquire', 'inquire', 'question']);

function strengthOfCue(signs: StrengthSigns): Strength {
  const { lemma, cue, content, next, modal } = signs;
  if (lemma === 'refuse') return 'rejects';
  if (lemma === 'call' && LYING.test(content)) return 'denies';
  if (WAVED_OFF.has(lemma) && HEARSAY.test(content)) return 'denies';
  if (lemma === 'call' || lemma === 'push' || lemma === 'press' || lemma === 'appeal')
    return /\b(?:for|on|upon)\b/.test(cue) || next === 'np-to' || next === 'to' ? 'demands' : 'asserts';
  if (lemma === 'ask')
    return next === 'np-to' || next === 'to' || next === 'for' || /\bfor\b/.test(cue) || isSubjunctive(content) ? 'demands' : 'asserts';
  if (lemma === 'need' || lemma === 'want') return 'demands';
  if (lemma === 'warn') {
    if (/^(?:that )?(?:it|they|he|she|we|i) (?:will|would)\b|^if\b.*\b(?:we|i)\b/.test(content)) return 'threatens';
    return /\b(?:will|would|could|may|might)\b/.test(content) ? 'expects' : 'asserts';
  }
  if (lemma === 'insist')
    return /\b(?:must|should)\b|^on\b/.test(content) || isSubjunctive(content) || /\bon\b/.test(cue) ? 'demands' : 'asserts';
  if (lemma === 'vow' || lemma === 'pledge' || lemma === 'promise')
    return /\b(?:never|not)\b/.test(content.slice(0, 25)) ? 'rejects' : 'offers';
  if (lemma === 'agree') return next === 'to' || next === 'on' || next === 'np' ? 'accepts' : 'asserts';
  if (lemma === 'suggest') return next === 'ing' || /\bshould\b/.test(content) ? 'offers' : 'asserts';
  if (lemma === 'consider' && modal !== undefined) return 'expects';
  if (LIKENING.has(lemma) && LYING.test(content)) return 'denies';
  if (LIKENING.has(lemma) && UNWELCOME.test(content)) return 'rejects';
  if (lemma === 'estimate') return /\b(?:will|would|could|may|might)\b/.test(content) ? 'expects' : 'asserts';
  if (lemma === 'assure' || lemma === 'reassure') return /\b(?:will|would)\b/.test(content) ? 'offers' : 'asserts';
  if (lemma === 'concede') return ['np', 'pronoun', 'to'].includes(next) ? 'accepts' : 'asserts';
  if (lemma === 'ready' || lemma === 'willing' || (lemma === 'prepare' && /\bprepared\b/.test(cue) && next === 'to')) return 'offers';
  if (lemma === 'stand' && /\boffers?\b|\bproposal/.test(content)) return 'offers';
  if (lemma === 'reluctant' || lemma === 'unwilling' || lemma === 'loath') return 'rejects';
  if (lemma === 'view' || lemma === 'see' || lemma === 'consider') return signs.next === 'ing' ? 'expects' : 'asserts';
  if (lemma === 'express')
    return /\b(?:optimism|hope|confidence|concerns?|fears?|doubts?|worry|worries)\b/.test(content.slice(0, 60))
      ? 'expects'
      : /\b(?:support|readiness|willingness)\b/.test(content.slice(0, 60))
        ? 'accepts'
        : 'asserts';
  return lemma === '' ? 'asserts' : (STRENGTH_OF.get(lemma) ?? 'asserts');
}

/** Whether a cue has a force of its own by its base form alone. */
export function isForceful(lemma: string): boolean {
  return STRENGTH_OF.has(lemma);
}
