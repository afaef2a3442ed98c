import { useKind } from '../api/queries.ts';
import type { BargainView } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';

/** What somebody has put forward, each to open among the packages. */
export function PutForward({ view }: { view: BargainView }) {
  const { query, hrefTo } = useCasePlace();
  const proposals = useKind('proposal').data ?? [];
  const shown = view.packages.flatMap(({ proposals: ids }, place) => ids.map((id) => ({ id, number: place + 1 })));
  if (shown.length === 0) return null;
  return (
    <p className="sub put-forward">
      {t('bargain.putForward')}
      {shown.map(({ id, number }) => (
        <Link key={id} to={hrefTo('bargain', { package: String(number), ...(query.ratify && { ratify: query.ratify }) })}>
          <bdi>{nameText(proposals.find((one) => one.id === id)?.body.title) || id}</bdi> ({t('bargain.package', { number })})
        </Link>
      ))}
    </p>
  );
}
