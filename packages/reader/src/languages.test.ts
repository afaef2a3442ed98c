import { spanFits } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

/** Language, text, speaker, cue, content (with its marks), strength. */
const REPORTS: readonly (readonly [string, string, string, string, string, string])[] = [
  [
    'fr',
    'Les deux camps se sont vus dans la ville. « Le pont est fermé pour la nuit », a déclaré la négociatrice Mara Lind.',
    'la négociatrice Mara Lind',
    'a déclaré',
    '« Le pont est fermé pour la nuit »',
    'asserts',
  ],
  [
    'fr',
    'La délégation du nord a affirmé que les convois passeront dans la semaine et que la route est sûre.',
    'La délégation du nord',
    'a affirmé',
    'que les convois passeront dans la semaine et que la route est sûre',
    'asserts',
  ],
  [
    'fr',
    'Les convois passeront dans la semaine et la route est sûre pour les camions, selon une source proche des pourparlers.',
    'une source proche des pourparlers',
    'selon',
    'Les convois passeront dans la semaine et la route est sûre pour les camions',
    'asserts',
  ],
  [
    'fr',
    'Le ministre des ports a refusé de commenter les détails de la carte dans la presse.',
    'Le ministre des ports',
    'a refusé de commenter',
    'les détails de la carte dans la presse',
    'declinesToSay',
  ],
  [
    'ar',
    'رفض المسؤول في الوزارة التعليق على التقرير الذي نشر أمس.',
    'المسؤول في الوزارة',
    'رفض',
    'التعليق على التقرير الذي نشر أمس',
    'declinesToSay',
  ],
  [
    'es',
    'Los equipos se vieron en el puerto. «El puente está cerrado», dijo la enviada Mara Lind.',
    'la enviada Mara Lind',
    'dijo',
    '«El puente está cerrado»',
    'asserts',
  ],
  [
    'es',
    'La delegación del norte negó que los camiones llevaran armas por el puente y las aldeas.',
    'La delegación del norte',
    'negó',
    'que los camiones llevaran armas por el puente y las aldeas',
    'denies',
  ],
  [
    'ru',
    'Стороны встретились в порту, и это не новость. «Мост закрыт на ночь», — заявила посланница Мара Линд.',
    'посланница Мара Линд',
    'заявила',
    '«Мост закрыт на ночь»',
    'asserts',
  ],
  [
    'ru',
    'Делегация севера заявила, что мост не откроют до весны и это не обсуждается.',
    'Делегация севера',
    'заявила',
    'что мост не откроют до весны и это не обсуждается',
    'asserts',
  ],
  [
    'uk',
    'Сторони зустрілися у порту, і це не новина. «Міст зачинено на ніч», — заявила посланниця Мара Лінд.',
    'посланниця Мара Лінд',
    'заявила',
    '«Міст зачинено на ніч»',
    'asserts',
  ],
  [
    'uk',
    'Делегація півночі заперечила, що міст зачинено, та це не для преси.',
    'Делегація півночі',
    'заперечила',
    'що міст зачинено, та це не для преси',
    'denies',
  ],
  ['ar', 'وقال مبعوث الشمال: «الجسر مغلق حتى الصباح».', 'مبعوث الشمال', 'وقال', '«الجسر مغلق حتى الصباح»', 'asserts'],
  ['ar', 'أعلنت وزارة الموانئ أن الشاحنات ستعبر الجسر غدا.', 'وزارة الموانئ', 'أعلنت', 'أن الشاحنات ستعبر الجسر غدا', 'asserts'],
  ['he', 'שליחת הצפון אמרה: "הגשר סגור עד הבוקר".', 'שליחת הצפון', 'אמרה', '"הגשר סגור עד הבוקר"', 'asserts'],
  ['he', 'משרד הנמלים הודיע כי המשאיות יעברו את הגשר מחר.', 'משרד הנמלים', 'הודיע', 'כי המשאיות יעברו את הגשר מחר', 'asserts'],
];

describe('languages beside English', () => {
  it.each(REPORTS.map(([language, text, ...expected]) => ({ language, text, expected })))(
    '$language: $text',
    ({ language, text, expected }) => {
      const reading = readText(text);
      expect(reading.language).toBe(language);
      const told = reading.statements.map((one) => [
        one.source?.text,
        one.cue?.text,
        one.content.map((span) => span.text).join(' … '),
        one.strength,
      ]);
      expect(told).toContainEqual(expected);
      for (const one of reading.statements)
        for (const span of [one.source, one.cue, ...one.content]) if (span) expect(spanFits(span, text)).toBe(true);
    },
  );

  it('takes the language that it is told', () => {
    const text = '«El puente está cerrado», dijo Mara Lind.';
    expect(readText(text, { language: 'es-MX' }).statements[0]?.source?.text).toBe('Mara Lind');
    expect(readText(text, { language: 'es-MX' }).language).toBe('es-MX');
  });

  it('knows people without a name', () => {
    expect(readText('وقال مصدر مطلع إن الجسر مغلق حتى الصباح.').statements[0]?.speaker.anonymous).toBe(true);
  });

  it('lists a quotation without a cue as unread, in the marks of Japanese too', () => {
    expect(
      readText('使節は「橋は閉まっている」。').unread.length + readText('使節は「橋は閉まっている」。').statements.length,
    ).toBeGreaterThan(0);
  });
});
