import { PUBLIC } from '@parley/model';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client.ts';
import { useSummary, useTable } from '../api/queries.ts';
import type { SourcePage } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { DateText, Grade, nameText } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { navigate } from '../router/location.ts';
import { parsePlace } from '../router/place.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { record, statusLine } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { languageName } from '../text/language-name.ts';
import { CopyLine } from './copy-line.tsx';
import { dateProblem, filledIn, SourceFields, type SourceForm } from './source-fields.tsx';

/** The title of a source, the way back, and what is known of it. */
export function SourceHead({ page }: { page: SourcePage }) {
  const { caseId } = useCasePlace();
  const { source } = page;
  const compartments = useSummary().data?.compartments;
  const [editing, setEditing] = useState(false);
  const compartment = compartments?.find(({ id }) => id === page.compartment);
  const readAgain = async () => {
    const recorded = await record(caseId, t('source.readAgainNothing'), () => api.readAgain(caseId, page.id));
    if (recorded && recorded.entries.length > 0) statusLine.set(t('source.readAgainDone', { count: recorded.entries.length }));
  };
  return (
    <header className="source-head">
      <BackLink />
      <h2 className="said" dir="auto">
        {source.title}
      </h2>
      <p className="meta">
        <span>{t(`source.kind.${source.kind}`)}</span>
        {source.publisher && <bdi className="said">{source.publisher}</bdi>}
        <DateText date={source.published} none={<span>{t('date.none')}</span>} />
        <Grade reliability={source.reliability} />
        {source.attributionRule && <span>{t(`rule.${source.attributionRule}`)}</span>}
        {page.compartment !== PUBLIC && (
          <span>{t('compartment.in', { name: nameText(compartment?.compartment.name) || page.compartment })}</span>
        )}
        {source.language && <span>{languageName(source.language)}</span>}
        <Button look="quiet" onPress={() => void readAgain()}>
          {t('source.readAgain')}
        </Button>
        <Button look="quiet" aria-expanded={editing} onPress={() => setEditing(!editing)}>
          {t('source.edit')}
        </Button>
      </p>
      <CopyLine sourceId={page.id} title={source.title} derivedFrom={source.derivedFrom} withLater />
      {source.dropped.length > 0 && <p className="sub">{t('source.dropped', { what: source.dropped.join('; ') })}</p>}
      {editing && <SourceDetails page={page} onClose={() => setEditing(false)} />}
    </header>
  );
}

/** Back to the cell or figure that the source was opened from, else to the list of sources. */
function BackLink() {
  const { query, hrefTo } = useCasePlace();
  const table = useTable().data;
  if (query.from === undefined) return <Link to={hrefTo('record')}>{t('reading.allSources')}</Link>;
  const { route, query: back } = parsePlace(query.from);
  const party = table?.columns.find(({ id }) => id === back.cell?.partyId);
  const issue = table?.rows.find(({ id }) => id === back.cell?.issueId);
  const where =
    party && issue
      ? t('cell.title', { party: nameText(party.name), issue: nameText(issue.name) })
      : t(route.view === 'figures' ? 'nav.figures' : 'nav.table');
  return <Link to={query.from}>{t('reading.backTo', { where })}</Link>;
}

function SourceDetails({ page, onClose }: { page: SourcePage; onClose: () => void }) {
  const { caseId, hrefTo } = useCasePlace();
  const { source } = page;
  const [details, setDetails] = useState<SourceForm>({
    title: source.title,
    publisher: source.publisher ?? '',
    published: source.published ?? '',
    language: source.language ?? '',
    reliability: source.reliability ?? '',
  });
  const incomplete = details.title.trim() === '' || dateProblem(details.published) !== null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (incomplete) return;
    const { publisher: _publisher, published: _published, reliability: _reliability, language: _language, ...rest } = source;
    if (
      await record(caseId, t('source.changed', { title: source.title }), () =>
        api.put(caseId, 'source', page.id, { ...rest, ...filledIn(details) }),
      )
    )
      onClose();
  };
  const remove = async () => {
    if (await record(caseId, t('source.removed', { title: source.title }), () => api.retract(caseId, 'source', page.id)))
      navigate(hrefTo('record'));
  };
  return (
    <form className="sheet" onSubmit={(event) => void submit(event)} aria-label={t('source.edit')}>
      <SourceFields value={details} onChange={setDetails} isNote={source.kind === 'note'} isKept />
      <div className="actions">
        <Button type="submit" look="main" isDisabled={incomplete}>
          {t('form.save')}
        </Button>
        <Button onPress={onClose}>{t('form.cancel')}</Button>
        <Button look="quiet" onPress={() => void remove()}>
          {t('source.remove')}
        </Button>
      </div>
    </form>
  );
}
