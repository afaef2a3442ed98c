import { useStateStory } from '../api/queries.ts';
import type { Kept, StateStory } from '../api/types.ts';
import { SidePanel } from '../controls/side-panel.tsx';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { conceptOf } from './concepts.ts';
import { GuaranteeSection } from './guarantee-section.tsx';
import { nameOfState } from './state-name.ts';
import { useDeciderNames } from './use-decider-names.ts';
import { useOptions } from './use-options.ts';

/** One state: who would leave it and what stops them, every move out of it, and what would make it hold. */
export function StatePanel({ conflict, state }: { conflict: Kept<'conflict'>; state: string }) {
  const { query, change } = useCasePlace();
  const concept = conceptOf(query.concept);
  const nameOf = useDeciderNames(conflict.body);
  const story = useStateStory(conflict.id, state, concept).data;
  const taken = useOptions(conflict.body).filter((_, place) => state[place] === 'Y');
  return (
    <SidePanel
      subject={state}
      title={nameOfState(conflict.body, state) ?? t('stability.oneState')}
      below={taken.length === 0 ? t('stability.nothingTaken') : taken.map(({ name }) => `\u2068${name}\u2069`).join(' · ')}
      onClose={() => change({ state: undefined })}
    >
      <h3>{t('stability.story')}</h3>
      <p className="sub">{t(`stability.concept.${concept}.means`)}</p>
      {story?.stories.map(({ deciderId, verdict, sentences }) => (
        <section key={deciderId} className="story">
          <h4>
            <bdi>{nameOf(deciderId)}</bdi> <i className={`verdict ${verdict}`}>{t(`stability.verdict.${verdict}`)}</i>
          </h4>
          {sentences.map((sentence) => (
            <p key={sentence} dir="auto">
              {sentence}
            </p>
          ))}
        </section>
      ))}
      <GuaranteeSection key={`${state} ${concept}`} conflict={conflict} state={state} concept={concept} />
      {story && <Moves conflict={conflict} moves={story.moves} />}
    </SidePanel>
  );
}

/** The moves out of a state, each to follow: the graph of moves, one state at a time. */
function Moves({ conflict, moves }: { conflict: Kept<'conflict'>; moves: StateStory['moves'] }) {
  const { query, hrefTo } = useCasePlace();
  const nameOf = useDeciderNames(conflict.body);
  return (
    <>
      <h3>{t('stability.moves')}</h3>
      {moves.length === 0 && <p className="nothing">{t('stability.noMoves')}</p>}
      <ul className="plain moves">
        {moves.map(({ deciderId, to, words, gain }) => (
          <li key={`${deciderId} ${to}`} className={gain}>
            <Link to={hrefTo('stability', { conflict: conflict.id, state: to, ...(query.concept && { concept: query.concept }) })}>
              <bdi>{nameOf(deciderId)}</bdi> <bdi>{words}</bdi>
            </Link>{' '}
            <small>{t(`stability.gain.${gain}`)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
