import type { ApiProblem } from '../api/problem.ts';
import { Link } from '../router/link.tsx';
import { t } from '../strings/strings.ts';
import { sentence } from '../text/sentence.ts';

/** In place of a view that the server gave no answer for: what is at fault, and what to do. */
export function NoAnswer({ problem }: { problem: ApiProblem }) {
  const unlaunched = problem.status === 401;
  return (
    <main className="page" role="alert">
      <h1>Parley</h1>
      <p className="lead">{unlaunched ? t('launch.needed') : sentence(problem.message)}</p>
      <p>{unlaunched ? t('launch.cure') : sentence(problem.cure)}</p>
      {!unlaunched && (
        <p>
          <Link to="/">{t('nav.cases')}</Link>
        </p>
      )}
    </main>
  );
}
