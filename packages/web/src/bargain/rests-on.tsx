import { useKind } from '../api/queries.ts';
import type { BargainView } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { namesOf } from './names.ts';

/** What the result rests on and how it was made: what was contested, unknown, left out; method, seed, completeness. */
export function RestsOn({ view }: { view: BargainView }) {
  const names = namesOf(view);
  const all = (ids: readonly string[]) => ids.map(names.party).join(', ');
  const sentences = [
    ...(view.noDealUnknown.length > 0 ? [t('bargain.note.noDeal', { names: all(view.noDealUnknown) })] : []),
    ...view.missingMandates.map((one) => t('bargain.note.mandate', { name: names.party(one.partyId), issue: names.issue(one.issueId) })),
    ...view.contested.map((one) =>
      t('bargain.note.contested', { name: names.party(one.partyId), option: names.option(one.issueId, one.optionId) }),
    ),
    ...view.leftOut.map((id) => t('bargain.note.leftOut', { issue: names.issue(id) })),
    ...(view.partlyUsed.length > 0 ? [t('bargain.note.partlyUsed', { count: view.partlyUsed.length })] : []),
    ...(view.factionsNotUsed.length > 0 ? [t('bargain.note.factions', { names: all(view.factionsNotUsed) })] : []),
  ];
  const [shares] = view.methods;
  const proposals = useKind('proposal').data ?? [];
  const openOnes = view.proposals.filter((one) => one.package === null);
  return (
    <section className="assumptions">
      <h2>{t('bargain.restsOn')}</h2>
      <ul>
        {openOnes.map(({ id }) => (
          <li key={id}>{t('bargain.note.proposalOpen', { title: nameText(proposals.find((one) => one.id === id)?.body.title) || id })}</li>
        ))}
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {shares && (
        <p className="sub">
          {t('bargain.note.method', { definition: shares.definition, source: shares.source })}{' '}
          {t('bargain.note.sampled', { samples: Number(shares.parameters.samples ?? 0), seed: String(shares.parameters.seed ?? '') })}
        </p>
      )}
      {view.methods.some(({ complete }) => !complete) && <p className="sub">{t('bargain.note.cutOff')}</p>}
    </section>
  );
}
