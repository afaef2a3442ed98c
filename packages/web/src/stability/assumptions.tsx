import type { StabilityView } from '../api/types.ts';
import { t } from '../strings/strings.ts';

/** What the result rests on: no list of equilibria goes without it. */
export function Assumptions({ view }: { view: StabilityView }) {
  return (
    <section className="assumptions">
      <h3>{t('stability.assumptions')}</h3>
      <ul>
        {view.assumptions.map((sentence) => (
          <li key={sentence}>
            <bdi>{sentence}</bdi>
          </li>
        ))}
      </ul>
      <p className="sub">
        {view.method.definition} {t('stability.source', { source: view.method.source })}
      </p>
    </section>
  );
}
