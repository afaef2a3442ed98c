import type { BargainView } from '../api/types.ts';
import { SidePanel } from '../controls/side-panel.tsx';
import { StanceChip } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { EvidenceLinks } from '../statement/evidence-links.tsx';
import { t } from '../strings/strings.ts';
import { namesOf } from './names.ts';

interface PackagePanelProps {
  readonly view: BargainView;
  readonly place: number;
  readonly opened: BargainView['packages'][number];
}

/** One package: what each party gives up and gets in it against what it asks for, each with the statements behind it. */
export function PackagePanel({ view, place, opened }: PackagePanelProps) {
  const { change } = useCasePlace();
  const names = namesOf(view);
  const statementsOf = (positions: readonly string[]) => [...new Set(positions.flatMap((id) => view.statements[id] ?? []))];
  return (
    <SidePanel
      subject={String(place)}
      title={t('bargain.package', { number: place })}
      below={<bdi>{names.package(opened.package)}</bdi>}
      onClose={() => change({ package: undefined })}
    >
      {opened.gives.map(({ partyId, issues }) => (
        <section key={partyId}>
          <h3>
            <bdi>{names.party(partyId)}</bdi>
          </h3>
          <ul className="plain gives">
            {issues.map(({ issueId, kind, inPackage, asksFor, beyondMandate }) => (
              <li key={issueId} className={kind}>
                <b>{t(`bargain.kind.${kind}`)}</b> <bdi className="said">{names.option(issueId, inPackage.optionId)}</bdi>{' '}
                {inPackage.stance && <StanceChip stance={inPackage.stance} />} <EvidenceLinks ids={statementsOf(inPackage.evidence)} />
                {kind !== 'gets' && asksFor.length > 0 && (
                  <small>
                    {t('bargain.asksFor', { options: asksFor.map((one) => names.option(issueId, one.optionId)).join(', ') })}{' '}
                    <EvidenceLinks ids={statementsOf(asksFor.flatMap((one) => one.evidence))} />
                  </small>
                )}
                {beyondMandate && <small className="conflict">{t('bargain.beyondMandate')}</small>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </SidePanel>
  );
}
