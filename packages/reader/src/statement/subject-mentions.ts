import type { NewMention } from '../attribution/antecedents.ts';
import type { Attribution } from '../attribution/attribution.ts';
import { isTime } from '../attribution/content-extent.ts';
import { ASKING } from '../attribution/cue-words.ts';
import { subjectBefore } from '../attribution/find-subject.ts';
import { mentionKind } from '../attribution/mention-kind.ts';
import type { Phrase } from '../grammar/phrases.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import { spanOfTokens } from '../grammar/span-of-tokens.ts';
import { isPlural } from './is-plural.ts';

/**
 * Subjects of finite verbs outside quotations, and people named elsewhere, which pronouns may stand for.
 * `sentence` is the number of the paragraph's first sentence in the text.
 */
export function subjectMentions(text: string, paragraph: Paragraph, all: readonly Attribution[], sentence: number): NewMention[] {
  const found: NewMention[] = [];
  let own = sentence - 1;
  const add = (phrase: Phrase, place: NewMention['place'], asks = false): void => {
    const span = spanOfTokens(text, paragraph, phrase);
    const plural = phrase.plural === true || isPlural(paragraph, phrase);
    found.push({ span, plural, at: span.start, sentence: own, speaks: false, place, asks });
  };
  for (const { within, phrases } of paragraph.sentences) {
    if (within) continue;
    own += 1;
    const subjects = new Set<Phrase>();
    phrases.forEach((phrase, i) => {
      if (phrase.kind !== 'vg' || (phrase.form !== 'F' && phrase.form !== 'P')) return;
      const subject = subjectBefore(phrases, i);
      const core = subject && phrases[subject.core];
      if (core?.kind !== 'np' || core.pronoun || subjects.has(core) || isPossessive(paragraph, core)) return;
      if (!core.plural && !isSomebody(paragraph, text, core)) return;
      subjects.add(core);
      add(core, isTold(paragraph, core, all) ? 'told' : 'subject', ASKING.has(phrase.lemma ?? ''));
    });
    const opener = openerOf(phrases);
    if (opener && !subjects.has(opener) && isSomebody(paragraph, text, opener)) {
      subjects.add(opener);
      add(opener, 'subject');
    }
    for (const [i, phrase] of phrases.entries()) {
      if (phrase.kind !== 'np' || phrase.pronoun || subjects.has(phrase) || isPossessive(paragraph, phrase)) continue;
      if (phrase.proper ? phrase.to - phrase.from < 2 : phrase.plural) continue;
      if (mentionKind(spanOfTokens(text, paragraph, phrase).text) === 'person') add(phrase, isSingledOut(phrases, i) ? 'subject' : 'aside');
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

function isSomebody(paragraph: Paragraph, text: string, phrase: Phrase): boolean {
  const kind = mentionKind(spanOfTokens(text, paragraph, phrase).text);
  return phrase.proper === true || kind === 'person' || kind === 'body';
}

/** What a sentence opens with, where its verb is far off: `The chief, when reached by telephone, sounded tired.` */
function openerOf(phrases: readonly Phrase[]): Phrase | null {
  const first = phrases[0];
  return first?.kind === 'np' && !first.pronoun && !isTime(first) && phrases[1]?.lower !== ':' ? first : null;
}

/** `It was the deputy who …` */
function isSingledOut(phrases: readonly Phrase[], at: number): boolean {
  return phrases[at - 2]?.lower === 'it' && phrases[at - 1]?.lemma === 'be' && phrases[at + 1]?.lower === 'who';
}

/** `whose brother` names nobody by itself. */
function isPossessive({ tokens }: Paragraph, { from }: Phrase): boolean {
  return tokens[from]?.lower === 'whose';
}

/** Stands in what somebody is told to have said, in other words than theirs; `according to` leaves the sentence its own subject. */
function isTold(paragraph: Paragraph, { from }: Phrase, all: readonly Attribution[]): boolean {
  return all.some(
    (one) =>
      one.cue !== null &&
      one.candidate?.form !== 'I' &&
      one.content.some((range) => range.from <= from && from < range.to) &&
      paragraph.quotationOf[from] === null,
  );
}
