import { api } from '../api/client.ts';
import { useCopies, useSources } from '../api/queries.ts';
import { Button } from '../controls/button.tsx';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';

interface CopyLineProps {
  readonly sourceId: string;
  readonly title: string;
  readonly derivedFrom: string | null | undefined;
  /** Whether those of which this one may be the origin are told too. */
  readonly withLater?: boolean;
}

/** What a source is a copy of, or may be: with the earlier one to look at, and the two answers. */
export function CopyLine({ sourceId, title, derivedFrom, withLater = false }: CopyLineProps) {
  const { caseId, hrefTo } = useCasePlace();
  const copies = useCopies().data ?? [];
  const sources = useSources().data ?? [];
  const titleOf = (id: string) => sources.find((source) => source.id === id)?.title ?? id;
  const nearest = copies.find((one) => one.sourceId === sourceId);
  const later = withLater && nearest === undefined ? copies.find((one) => one.ofId === sourceId) : undefined;
  const offer = nearest ?? later;
  if (derivedFrom) {
    return (
      <p className="copy-line" title={t('copy.counts')}>
        <small>
          {t('copy.of')}{' '}
          <Link to={hrefTo('record', {}, derivedFrom)} className="said" dir="auto">
            {titleOf(derivedFrom)}
          </Link>
        </small>
      </p>
    );
  }
  if (offer === undefined) return null;
  const otherId = nearest ? offer.ofId : offer.sourceId;
  const copy = { id: offer.sourceId, title: nearest ? title : titleOf(offer.sourceId) };
  const names = { title: copy.title, of: nearest ? titleOf(offer.ofId) : title };
  const join = () =>
    record(caseId, t('copy.joined', { title: copy.title }), async () => {
      const { body } = await api.one(caseId, 'source', copy.id);
      return api.put(caseId, 'source', copy.id, { ...body, derivedFrom: offer.ofId });
    });
  const decline = () =>
    record(caseId, t('copy.declined', { title: copy.title }), () =>
      api.decline(caseId, { declined: { offer: 'copy', sources: [offer.sourceId, offer.ofId] } }),
    );
  return (
    <div className="copy-line offered">
      <small>
        {t(nearest ? 'copy.near' : 'copy.nearLater', { share: Math.floor(offer.share * 100) })}{' '}
        <Link to={hrefTo('record', {}, otherId)} className="said" dir="auto">
          {titleOf(otherId)}
        </Link>
      </small>
      <span className="row-actions">
        <Button aria-label={t(nearest ? 'copy.isLabel' : 'copy.thatIsLabel', names)} onPress={() => void join()}>
          {t(nearest ? 'copy.is' : 'copy.thatIs')}
        </Button>
        <Button look="quiet" aria-label={t(nearest ? 'copy.isNotLabel' : 'copy.thatIsNotLabel', names)} onPress={() => void decline()}>
          {t(nearest ? 'copy.isNot' : 'copy.thatIsNot')}
        </Button>
      </span>
    </div>
  );
}
