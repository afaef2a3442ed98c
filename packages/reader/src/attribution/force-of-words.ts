import type { Strength } from '@parley/model';

/** Somebody who speaks of themselves, or of their own: `it`, `we`, `his men`. */
const SELF = "(?:it|they|he|she|we|i|(?:its|their|his|her|our|my) (?:[\\w'-]+ ){0,2}[\\w'-]+)";
const NOT = "(?: not| never|n't| no longer)";
const ADVERBS = '(?:(?!not|never|be)\\w+(?:ly|so|now|still|also|even) )*';
/** Verbs by which nothing of one's own is refused: `it would not be easy`. */
const STATIVE =
  '(?:be|have|need|take|mean|know|see|get|happen|affect|matter|work|help|hold|last|end|change|say|comment|confirm|discuss|speculate|elaborate|disclose|answer|respond|reveal|name|identify|go into|speak|talk|consider|study|look|think|review|wait)';

const DENIAL =
  /^no(?:[,.!;:]|\s*$| [-–—])|^(?:it|this|that|these|those|the \w+) (?:is|was|are|were|had been)(?: \w+ly)? (?:not (?:true|so|the case|correct)|untrue|false|an? (?:\w+ )?(?:lie|fabrication|invention)|lies|baseless|unfounded|groundless|invented|fabricated|without foundation)\b|^there (?:is|was) no truth\b/;
const DENIED_SHORT = new RegExp(`^${SELF} (?:has|had|have|did|does|do|is|was|were|are|am)${NOT}[,.]?$`);
const REFUSED_SHORT = new RegExp(`^${SELF} (?:will|would|shall|wo|ca)${NOT}[,.]?$`);
const SILENT = new RegExp(
  `^no comment\\b|^${SELF} (?:has|have|had) (?:no (?:\\w+ )?(?:comment|information|details)\\b|nothing (?:more |further |else )?to (?:say|add|announce|report))|^${SELF} (?:could|can|would|will)(?: not|n't) (?:yet )?(?:say|comment|confirm|discuss|speculate|elaborate|disclose|reveal)\\b`,
);
const REFUSAL = new RegExp(
  `^${SELF} (?:will|would|shall|'ll|wo)${NOT} ${ADVERBS}(?!${STATIVE}\\b)\\w|\\bunder no circumstances (?:will|would|shall|can|could)\\b|^${SELF} would (?:sooner|rather)\\b|^${SELF} (?:has|have|had) no intention of\\b|^${SELF} (?:is|are|was|were|am)${NOT} (?:prepared|ready|willing|going) to\\b|^(?:[\\w'-]+ ){1,5}(?:will|would|shall)${NOT} (?:accept|agree|allow|recogni[sz]e|sign|tolerate|negotiate|surrender|withdraw)\\b`,
);
const ACCEPTANCE = new RegExp(`^${SELF} (?:accepts?|accepted|agrees? (?:to|with)|welcomes?|(?:will|would) (?:accept|welcome|agree to))\\b`);
const REJECTION = new RegExp(`^${SELF} (?:rejects?|opposes?|refuses?|objects?)\\b`);
const DEMAND = new RegExp(`^${SELF} (?:wants?|demands?|insists? on|calls? (?:for|on))\\b`);
const HOPE = new RegExp(`^${SELF} (?:hopes?|expects?|believes?|thinks?|fears?|hoped|expected|believed|feared|doubts?|doubted)\\b`);
/** A clause whose first verb is `must`, `should` or `ought to`, about somebody or something else than the speaker. */
const OBLIGATION =
  /^(?!(?:it|there|he|she|i|what|who|whether|how|why|when|if) )(?:(?!(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|could|can|may|might|said|which|who|that|if|when|as|because|and) )[\w'-]+,? ){1,8}(?:must|should|ought to)(?: not| never| now| immediately| first)? (?!have|read)\w/;
const READY = new RegExp(
  `^(?:to )?(?:be )?(?:ready|willing|prepared|open) (?:to|for)\\b|^${SELF} (?:is|are|was|were|am|remains?|would be|will be)(?: \\w+ly)? (?:ready|willing|prepared|open) (?:to|for)\\b`,
);
const OWN_ACT = new RegExp(`^${SELF} (?:will|would|could|can|shall|'ll) ${ADVERBS}(?!not|never|${STATIVE}\\b|have)\\w`);
const HARM =
  /\b(?:will|would|shall|'ll|could) (?:\w+ly )?(?:strike|retaliate|walk (?:out|away)|pull out|quit|(?:leave|abandon|withdraw from|suspend|break off) (?:the )?(?:talks|negotiations|table|room|agreement|deal|accord|treaty)|resume (?:the )?(?:war|attacks|fighting|fire|hostilities|strikes|shelling)|attack|bomb|destroy|punish|expel|boycott|sue|resign|cancel|block|blockade|invade|fire|shell|seize|take revenge|respond with)\b/;
const DEPENDS = /\b(?:if|unless|provided|providing|as long as|as soon as|once|in exchange for|in return for|on condition|when|until)\b/;

/**
 * The force that words have by their own grammar, whatever cue brings them: `no, …` denies, `it would
 * never sign` rejects, `it would withdraw if …` offers. `words` are in lower case, without `that` before them; null where nothing but the cue tells.
 */
export function forceOfWords(words: string): Strength | null {
  const content = words.replaceAll(/["“”«»]/g, '').replaceAll('’', "'");
  if (DENIAL.test(content) || DENIED_SHORT.test(content)) return 'denies';
  if (SILENT.test(content)) return 'declinesToSay';
  if (REFUSED_SHORT.test(content) || REFUSAL.test(content)) return 'rejects';
  if (READY.test(content)) return 'offers';
  if (OWN_ACT.test(content) && DEPENDS.test(content)) return HARM.test(content) ? 'threatens' : 'offers';
  if (ACCEPTANCE.test(content)) return 'accepts';
  if (REJECTION.test(content)) return 'rejects';
  if (DEMAND.test(content) || OBLIGATION.test(content)) return 'demands';
  return HOPE.test(content) ? 'expects' : null;
}

/** `the readings be verified`: a clause in the subjunctive asks for something. */
export function isSubjunctive(content: string): boolean {
  return /(?<!\b(?:will|would|could|can|may|might|shall|should|must|to|not|never|also|n't) )\bbe\b/.test(content.slice(0, 120));
}
