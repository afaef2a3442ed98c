import type { NewMention } from '../attribution/antecedents.ts';
import { subjectBefore } from '../attribution/find-subject.ts';
import { mentionKind } from '../attribution/mention-kind.ts';
import type { Phrase } from '../grammar/phrases.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import { spanOfTokens } from '../grammar/span-of-tokens.ts';

/** Subjects of finite verbs outside quotations, and people named elsewhere, which pronouns may stand for. */
export function subjectMentions(text: string, paragraph: Paragraph): NewMention[] {
  const found: NewMention[] = [];
  for (const { within, phrases } of paragraph.sentences) {
    if (within) continue;
    const subjects = new Set<Phrase>();
    phrases.forEach((phrase, i) => {
      if (phrase.kind !== 'vg' || (phrase.form !== 'F' && phrase.form !== 'P')) return;
      const subject = subjectBefore(phrases, i);
      const core = subject && phrases[subject.core];
      if (core?.kind !== 'np' || core.pronoun || subjects.has(core)) return;
      const span = spanOfTokens(text, paragraph, core);
      if (!core.proper && !core.plural && !['person', 'body'].includes(mentionKind(span.text) ?? '')) return;
      subjects.add(core);
      found.push({ span, plural: core.plural === true, proper: core.proper === true, at: span.start, speaks: false });
    });
    for (const phrase of phrases) {
      if (phrase.kind !== 'np' || !phrase.proper || phrase.to - phrase.from < 2 || phrase.possessorTo !== undefined || subjects.has(phrase))
        continue;
      const span = spanOfTokens(text, paragraph, phrase);
      if (mentionKind(span.text) === 'person')
        found.push({ span, plural: false, proper: true, at: span.start, speaks: false, aside: true });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}
