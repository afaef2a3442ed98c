import type { Kept, StabilityView } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { CONCEPTS, type Concept } from './concepts.ts';
import { nameOfState } from './state-name.ts';
import { useDeciderNames } from './use-decider-names.ts';

interface OptionTableProps {
  readonly conflict: Kept<'conflict'>;
  readonly view: StabilityView;
  readonly concept: Concept;
}

/** The table of the field: options by states; below, who stays in each state, and under which concepts all do. */
export function OptionTable({ conflict, view, concept }: OptionTableProps) {
  const { query, hrefTo } = useCasePlace();
  const nameOf = useDeciderNames(conflict.body);
  const states = view.states;
  return (
    // Wider than the page with many states, so it scrolls, and must be reachable by the keyboard to do so.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="option-table" aria-label={t('stability.table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('stability.options')}</th>
            {states.map(({ state }, place) => (
              <th key={state} scope="col" className={state === query.state ? 'open' : undefined}>
                <Link to={hrefTo('stability', { conflict: conflict.id, concept, state })} title={t('stability.openState')}>
                  {nameOfState(conflict.body, state) ?? t('stability.stateNumber', { number: place + 1 })}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        {conflict.body.deciders.map((decider) => (
          <tbody key={decider.id}>
            <tr>
              <th scope="rowgroup" colSpan={states.length + 1} className="decider">
                <bdi>{nameOf(decider.id)}</bdi>
              </th>
            </tr>
            {decider.options.map((option) => (
              <tr key={option.id}>
                <th scope="row">
                  <bdi>{nameText(option.name)}</bdi>
                </th>
                {states.map(({ state, taken }) => (
                  <td key={state} className={state === query.state ? 'open' : undefined}>
                    {taken.includes(option.id) ? (
                      <>
                        <span className="dot" aria-hidden="true" />
                        <span className="visually-hidden">{t('stability.taken')}</span>
                      </>
                    ) : (
                      <span className="visually-hidden">{t('stability.left')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
        <tbody className="verdicts">
          <tr>
            <th scope="rowgroup" colSpan={states.length + 1} className="decider">
              {t('stability.whoStays', { concept: t(`stability.concept.${concept}`) })}
            </th>
          </tr>
          {view.deciders.map(({ id }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{nameOf(id)}</bdi>
              </th>
              {states.map(({ state, stableFor }) => {
                const verdict = stableFor[id]?.[concept] ?? 'unstable';
                return (
                  <td key={state} className={state === query.state ? `${verdict} open` : verdict}>
                    {t(`stability.verdict.${verdict}`)}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr className="all">
            <th scope="row">{t('stability.all')}</th>
            {states.map(({ state, equilibrium, equilibriumIn }) => (
              <td key={state} className={state === query.state ? 'open' : undefined}>
                {CONCEPTS.filter((one) => equilibrium[one] !== 'unstable').map((one) => (
                  <abbr key={one} className={equilibrium[one]} title={t(`stability.concept.${one}`)}>
                    {equilibrium[one] === 'possible' ? `${one}?` : one}
                    {equilibrium[one] === 'possible' && view.waysOfReading > 1 && ` ${equilibriumIn[one]}/${view.waysOfReading}`}
                  </abbr>
                ))}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
