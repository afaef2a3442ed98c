import { api } from '../api/client.ts';
import { useKind } from '../api/queries.ts';
import type { Decline, LexiconOffer, LexiconWord } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { wordMeaning } from './word-meaning.ts';

/** Words that corrections speak for, each to be added or declined. */
export function OfferList({ offers }: { offers: readonly LexiconOffer[] }) {
  const { caseId } = useCasePlace();
  const parties = [...(useKind('party').data ?? []), ...(useKind('thirdParty').data ?? [])];
  const issues = useKind('issue').data ?? [];
  const accept = (offer: LexiconOffer) =>
    record(caseId, t('lexicon.added', { words: offer.words }), () =>
      api.addWord(caseId, { word: wordOf(offer), compartment: offer.compartment, evidence: offer.statements }),
    );
  const decline = (offer: LexiconOffer) =>
    record(caseId, t('lexicon.declined', { words: offer.words }), () =>
      api.decline(caseId, { declined: declinedOf(offer), compartment: offer.compartment }),
    );
  return (
    <ul className="plain offers">
      {offers.map((offer) => {
        const meaning = wordMeaning(offer, { parties, issues });
        return (
          <li key={`${offer.use} ${offer.words} ${meaning}`}>
            <span>
              <b className="said">
                <bdi>{offer.words}</bdi>
              </b>{' '}
              <small>
                {meaning}, {t('lexicon.from', { count: offer.statements.length })}
              </small>
            </span>
            <span className="row-actions">
              <Button aria-label={t('lexicon.acceptWord', { words: offer.words, meaning })} onPress={() => void accept(offer)}>
                {t('lexicon.accept')}
              </Button>
              <Button
                look="quiet"
                aria-label={t('lexicon.declineWord', { words: offer.words, meaning })}
                onPress={() => void decline(offer)}
              >
                {t('lexicon.decline')}
              </Button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The word that an offer is of, without where it comes from. */
function wordOf({ statements: _statements, compartment: _compartment, ...word }: LexiconOffer): LexiconWord {
  return word;
}

function declinedOf(offer: LexiconOffer): Decline['declined'] {
  switch (offer.use) {
    case 'alias':
      return { offer: 'alias', partyId: offer.partyId, words: offer.words };
    case 'term':
      return { offer: 'term', issueId: offer.issueId, ...(offer.optionId && { optionId: offer.optionId }), words: offer.words };
    case 'cue':
      return { offer: 'cue', words: offer.words, language: offer.language };
  }
}
