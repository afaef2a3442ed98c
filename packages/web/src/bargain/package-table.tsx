import { useKind } from '../api/queries.ts';
import type { BargainView } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { namesOf } from './names.ts';
import { shareText } from './share-text.ts';

const SHARES = ['efficient', 'nash', 'leximin'] as const;

/** The packages side by side, in the issues' own words; below, who could live with each, and the shares. */
export function PackageTable({ view }: { view: BargainView }) {
  const { query, hrefTo } = useCasePlace();
  const names = namesOf(view);
  const open = Number(query.package) - 1;
  const proposals = useKind('proposal').data ?? [];
  const titleOf = (id: string) => nameText(proposals.find((one) => one.id === id)?.body.title) || id;
  const mark = (place: number) => (place === open ? 'open' : undefined);
  return (
    // Wider than the page with many packages, so it scrolls, and must be reachable by the keyboard to do so.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="option-table package-table" aria-label={t('bargain.table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('bargain.issue')}</th>
            {view.packages.map((one, place) => (
              <th key={JSON.stringify(one.package)} scope="col" className={mark(place)}>
                <Link
                  to={hrefTo('bargain', { package: String(place + 1), ...(query.ratify && { ratify: query.ratify }) })}
                  title={t('bargain.open')}
                >
                  {t('bargain.package', { number: place + 1 })}
                </Link>
                {one.proposals.map((id) => (
                  <small key={id}>
                    <bdi>{titleOf(id)}</bdi>
                  </small>
                ))}
                {!one.feasible && <small className="conflict">{t('bargain.notFeasible')}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.issues.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{nameText(name)}</bdi>
              </th>
              {view.packages.map((one, place) => (
                <td key={JSON.stringify(one.package)} className={mark(place)}>
                  <bdi className="said">{names.option(id, one.package[id] ?? '')}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tbody className="verdicts">
          {view.parties.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{nameText(name)}</bdi>
              </th>
              {view.packages.map((one, place) => {
                const given = one.gives.find(({ partyId }) => partyId === id)?.issues ?? [];
                return (
                  <td key={JSON.stringify(one.package)} className={mark(place)}>
                    {(['gets', 'settles', 'gives', 'crosses', 'unstated'] as const).map((kind) => {
                      const count = given.filter((issue) => issue.kind === kind).length;
                      return count > 0 && <small key={kind}>{`${count} ${t(`bargain.kind.${kind}`)}`}</small>;
                    })}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">
              {t('bargain.all')}
              <small>{t('bargain.standing.means')}</small>
            </th>
            {view.packages.map((one, place) => (
              <td key={JSON.stringify(one.package)} className={mark(place)}>
                {t(`bargain.standing.${one.acceptableToAll}`)}
              </td>
            ))}
          </tr>
          {SHARES.map((kind, row) => (
            <tr key={kind}>
              <th scope="row">
                {t(`bargain.${kind}`)}
                {row === 0 && <small>{t('bargain.sharesMean')}</small>}
              </th>
              {view.packages.map((one, place) => (
                <td key={JSON.stringify(one.package)} className={mark(place)}>
                  {shareText(one.shares[kind])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
