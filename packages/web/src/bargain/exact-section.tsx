import { lazy, Suspense } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useBargainExact, useKind } from '../api/queries.ts';
import type { BargainExact } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { BargainFiles } from './bargain-files.tsx';
import { letterOf, namedPoints } from './named-points.ts';
import { namesOf } from './names.ts';
import { RULES } from './rules.ts';
import { percent } from './share-text.ts';
import { Working } from './working.tsx';

const FrontierPlot = lazy(() => import('./frontier-plot.tsx'));

/** Where every party has numbers: the frontier, and which packages each rule names. */
export function ExactSection() {
  const asked = useBargainExact();
  const { data: exact, error } = asked;
  const proposals = useKind('proposal').data ?? [];
  if (error instanceof ApiProblem) {
    return (
      <p className="nothing" role="status">
        {error.message}. {error.cure}
      </p>
    );
  }
  if (!exact) return <Working name="exact" query={asked} />;
  const put = exact.proposals.map((one) => ({
    ...one,
    name: nameText(proposals.find(({ id }) => id === one.id)?.body.title) || one.id,
  }));
  return (
    <section className="exact">
      <h2>{t('bargain.exact')}</h2>
      <p className="sub">{t('bargain.exact.what', { packages: exact.packages, points: exact.frontier.length })}</p>
      {exact.guarantee && (
        <p className="sub">{t('bargain.exact.cutOff', { by: exact.guarantee.map((one) => `${percent(one)} %`).join(', ') })}</p>
      )}
      <Suspense fallback={<p>{t('shell.loading')}</p>}>
        <FrontierPlot exact={exact} />
      </Suspense>
      <SolutionTable exact={exact} proposals={put} />
      <p className="sub">{t('bargain.note.method', { definition: exact.method.definition, source: exact.method.source })}</p>
      <BargainFiles />
    </section>
  );
}

interface SolutionTableProps {
  readonly exact: BargainExact;
  readonly proposals: readonly { readonly id: string; readonly name: string; readonly values: readonly number[] }[];
}

/** What each rule names, in the issues' own words, and how good it is to each; then what has been put forward. */
function SolutionTable({ exact, proposals }: SolutionTableProps) {
  const names = namesOf(exact);
  const named = namedPoints(exact);
  const letters = (points: readonly { readonly values: readonly number[] }[]) =>
    points.slice(0, 1).map(({ values }) => <b key="letter">{letterOf(named, values)} </b>);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reachable by the keyboard to do so
    <section className="option-table solutions" aria-label={t('bargain.exact.table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('bargain.exact.rule')}</th>
            {exact.parties.map(({ id, name }) => (
              <th key={id} scope="col">
                <bdi>{nameText(name)}</bdi>
              </th>
            ))}
            <th scope="col">{t('bargain.packages')}</th>
          </tr>
        </thead>
        <tbody>
          {RULES.flatMap((rule) => {
            const { points, none, method } = exact.rules[rule];
            const head = (
              <th scope="row" title={`${method.definition} ${method.source}`}>
                {letters(points)}
                {t(`bargain.rule.${rule}`)}
                <small>{t(`bargain.rule.${rule}.means`)}</small>
              </th>
            );
            if (none !== null) {
              return (
                <tr key={rule}>
                  {head}
                  <td colSpan={exact.parties.length + 1}>{t(`bargain.none.${none}`)}</td>
                </tr>
              );
            }
            return points.map((point, at) => (
              <tr key={`${rule} ${point.values.join()}`}>
                {at === 0 ? (
                  head
                ) : (
                  <th scope="row">
                    {letters([point])}
                    {t('bargain.exact.alike')}
                  </th>
                )}
                <Values values={point.values} />
                <td>
                  {point.packages.map((one) => (
                    <div key={JSON.stringify(one)} className="said">
                      <bdi>{names.package(one)}</bdi>
                    </div>
                  ))}
                </td>
              </tr>
            ));
          })}
          {proposals.map(({ id, name, values }) => (
            <tr key={id}>
              <th scope="row">
                {letters([{ values }])}
                <bdi>{name}</bdi>
                <small>{t('bargain.proposal')}</small>
              </th>
              <Values values={values} />
              <td>
                <bdi className="said">{names.package(exact.proposals.find((one) => one.id === id)?.package ?? {})}</bdi>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('bargain.noDeal')}</th>
            {exact.noDeal.map((level, at) => (
              <td key={exact.parties[at]?.id}>{level === null ? t('bargain.exact.unknown') : `${percent(level)} %`}</td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Values({ values }: { values: readonly number[] }) {
  return values.map((value, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its party's place
    <td key={at}>{`${percent(value)} %`}</td>
  ));
}
