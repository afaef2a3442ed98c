import { type Label, labelText } from '@parley/model';
import type { ReactNode } from 'react';
import type { Stance } from '../api/types.ts';
import { languages, t } from '../strings/strings.ts';
import { dateInWords } from '../text/dates.ts';

/** A name that people gave, in the reader's language where it has one. */
export function Name({ label }: { label: Label }) {
  return <bdi>{labelText(label, languages)}</bdi>;
}

/** The text of a label, for places that take no elements. */
export function nameText(label: Label | undefined): string {
  return label === undefined ? '' : labelText(label, languages);
}

export function StanceChip({ stance }: { stance: Stance }) {
  return <i className={`stance ${stance}`}>{t(`stance.${stance}`)}</i>;
}

/** A date as given; `none` where there is none. */
export function DateText({ date, none = null }: { date: string | null | undefined; none?: ReactNode }) {
  return date ? <time dateTime={date}>{dateInWords(date)}</time> : none;
}

/** How far a source and a statement are trusted: B2, B–, –2. */
export function Grade({ reliability, credibility }: { reliability: string | null | undefined; credibility?: number | undefined }) {
  if (!reliability && credibility === undefined) return null;
  const text = `${reliability ?? '–'}${credibility ?? (reliability ? '' : '–')}`;
  return (
    <abbr className="grade" title={t('grade.title')}>
      {text}
    </abbr>
  );
}
