import { ApiProblem } from '../api/problem.ts';
import { useCases } from '../api/queries.ts';
import type { CaseFile } from '../api/types.ts';
import { Name } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { NoAnswer } from '../shell/no-answer.tsx';
import { ProblemBar } from '../shell/problem-bar.tsx';
import { ThemeButton } from '../shell/theme-button.tsx';
import { t } from '../strings/strings.ts';
import { NewCaseForm } from './new-case-form.tsx';
import { UnlockForm } from './unlock-form.tsx';

/** The cases there are, and a new one. */
export function StartPage({ unknownPath }: { unknownPath: string | null }) {
  const { data: cases, error } = useCases();
  if (error instanceof ApiProblem && !cases) return <NoAnswer problem={error} />;
  return (
    <>
      <ProblemBar />
      <main className="page">
        <header className="page-head">
          <h1>Parley</h1>
          <ThemeButton />
        </header>
        <p className="lead">{t('start.what')}</p>
        {unknownPath && <p className="problem">{t('start.unknownPath', { path: unknownPath })}</p>}
        <section aria-labelledby="cases-title">
          <h2 id="cases-title">{t('start.cases')}</h2>
          {cases?.length === 0 && <p>{t('start.none')}</p>}
          <ul className="case-list">
            {cases?.map((one) => (
              <li key={one.file}>
                <CaseLine file={one} />
              </li>
            ))}
          </ul>
        </section>
        <NewCaseForm first={cases?.length === 0} />
      </main>
    </>
  );
}

function CaseLine({ file }: { file: CaseFile }) {
  if (file.fault !== null) {
    return (
      <>
        <span className="case-title">{file.title ? <Name label={file.title} /> : <bdi dir="ltr">{file.file}</bdi>}</span>
        <small className="problem" dir="auto">
          {file.fault}
        </small>
      </>
    );
  }
  if (file.locked || file.caseId === null) return <UnlockForm file={file.file} title={file.title} />;
  return (
    <>
      <Link to={{ route: { view: 'table', caseId: file.caseId }, query: {} }} dir="auto" className="case-title">
        {file.title ? <Name label={file.title} /> : file.file}
      </Link>
      <small>
        <bdi dir="ltr">{file.file}</bdi>
      </small>
    </>
  );
}
