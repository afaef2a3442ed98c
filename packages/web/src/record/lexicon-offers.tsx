import { useLexiconOffers } from '../api/queries.ts';
import type { SourcePage } from '../api/types.ts';
import { OfferList } from '../lexicon/offer-list.tsx';
import { t } from '../strings/strings.ts';

/** Words that the decisions on this source's statements, among others, speak for. */
export function LexiconOffers({ page }: { page: SourcePage }) {
  const own = new Set(page.statements.map(({ id }) => id));
  const offers = (useLexiconOffers().data ?? []).filter(({ statements }) => statements.some((id) => own.has(id)));
  if (offers.length === 0) return null;
  return (
    <details className="panel-offers">
      <summary>{t('lexicon.inPanel', { count: offers.length })}</summary>
      <OfferList offers={offers} />
    </details>
  );
}
