import { api } from '../api/client.ts';
import { useKind, useLexicon, useLexiconOffers } from '../api/queries.ts';
import type { Kept, KeptWord, Kind } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { nameText } from '../controls/words.tsx';
import { OfferList } from '../lexicon/offer-list.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { languageName } from '../text/language-name.ts';
import { SetupSection } from './setup-section.tsx';

interface LexiconSectionProps {
  readonly onOpen: (kind: Kind, id?: string) => void;
}

/** The words by which the case is read: those offered from corrections, the cues, the names of parties, the terms of issues. */
export function LexiconSection({ onOpen }: LexiconSectionProps) {
  const offers = useLexiconOffers().data ?? [];
  const words = useLexicon().data ?? [];
  const parties = [...(useKind('party').data ?? []), ...(useKind('thirdParty').data ?? [])];
  const issues = useKind('issue').data ?? [];
  return (
    <section aria-labelledby="setup-lexicon" className="lexicon">
      <h2 id="setup-lexicon">{t('lexicon.title')}</h2>
      <p className="sub">{t('lexicon.what')}</p>
      <h3>{offers.length === 0 ? t('lexicon.noOffers') : t('lexicon.offers', { count: offers.length })}</h3>
      {offers.length > 0 && <OfferList offers={offers} />}
      <SetupSection
        kind="cue"
        onOpen={onOpen}
        describe={({ words: word, strength, language, evidence }) => ({
          name: word,
          more: [
            t(`strength.${strength}`),
            ...(language === 'en' ? [] : [languageName(language)]),
            ...(evidence.length > 0 ? [t('lexicon.from', { count: evidence.length })] : []),
          ],
        })}
      />
      <WordsOf
        title={t('lexicon.names')}
        none={t('lexicon.noNames')}
        kept={parties}
        words={words.flatMap((word) => (word.use === 'alias' ? [{ ownerId: word.partyId, word }] : []))}
        partsOf={(body) => ('factions' in body ? body.factions : [])}
      />
      <WordsOf
        title={t('lexicon.terms')}
        none={t('lexicon.noTerms')}
        kept={issues}
        words={words.flatMap((word) => (word.use === 'term' ? [{ ownerId: word.issueId, word }] : []))}
        partsOf={(body) => body.options}
      />
    </section>
  );
}

type Owner = Kept<'party'> | Kept<'thirdParty'> | Kept<'issue'>;
type Part = { readonly id: string; readonly name: Record<string, string> };

interface WordsOfProps<O extends Owner> {
  readonly title: string;
  readonly none: string;
  readonly kept: readonly O[];
  readonly words: readonly { readonly ownerId: string; readonly word: Exclude<KeptWord, { use: 'cue' }> }[];
  readonly partsOf: (body: O['body']) => readonly Part[];
}

/** The words of parties or issues, each to be taken out; those of a faction or option beside its name. */
function WordsOf<O extends Owner>({ title, none, kept, words, partsOf }: WordsOfProps<O>) {
  const owners = kept.filter(({ id }) => words.some(({ ownerId }) => ownerId === id));
  return (
    <section className="setup-section">
      <header>
        <h2>{title}</h2>
      </header>
      {owners.length === 0 && <p className="nothing">{none}</p>}
      <ul className="plain">
        {owners.map(({ id, body }) => {
          const groups = Map.groupBy(
            words.filter(({ ownerId }) => ownerId === id).map(({ word }) => word),
            (word) => (word.use === 'alias' ? word.factionId : word.optionId),
          );
          return (
            <li key={id}>
              <b>
                <bdi>{nameText(body.name)}</bdi>
              </b>
              {[...groups].map(([partId, own]) => (
                <div key={partId ?? ''} className="word-line">
                  {partId !== undefined && (
                    <small>
                      <bdi>{nameText(partsOf(body).find((part) => part.id === partId)?.name)}</bdi>
                    </small>
                  )}
                  {own.map((word) => (
                    <Word key={word.words} word={word} />
                  ))}
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Word({ word: { compartment: _compartment, ...word } }: { word: Exclude<KeptWord, { use: 'cue' }> }) {
  const { caseId } = useCasePlace();
  const { words } = word;
  return (
    <span className="word">
      <bdi className="said">{words}</bdi>
      <Button
        look="quiet"
        aria-label={t('lexicon.removeWord', { words })}
        onPress={() => void record(caseId, t('lexicon.removed', { words }), () => api.removeWord(caseId, word))}
      >
        <span aria-hidden="true">×</span>
      </Button>
    </span>
  );
}
