import { useKind, useSummary } from '../api/queries.ts';
import type { Kind } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { FirstSteps } from '../shell/first-steps.tsx';
import { t } from '../strings/strings.ts';
import { dateInWords } from '../text/dates.ts';
import { CaseForm } from './case-form.tsx';
import { CompartmentForm } from './compartment-form.tsx';
import { CueForm } from './cue-form.tsx';
import { DelegationForm } from './delegation-form.tsx';
import { IssueForm } from './issue-form.tsx';
import { LexiconSection } from './lexicon-section.tsx';
import { MandateForm } from './mandate-form.tsx';
import { PartyForm } from './party-form.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { SetupSection } from './setup-section.tsx';
import { ThirdPartyForm } from './third-party-form.tsx';

/** What the talks consist of: parties, third parties, issues, delegations with their mandates, compartments. */
export default function SetupView() {
  const { query, change } = useCasePlace();
  const details = useSummary().data?.details;
  const delegations = useKind('delegation').data ?? [];
  const parties = [...(useKind('party').data ?? []), ...(useKind('thirdParty').data ?? [])];
  const [kind = '', id] = (query.open ?? '').split(':') as [string, string | undefined];
  const close = () => change({ open: undefined });
  const open = (what: Kind, one?: string) => change({ open: one === undefined ? what : `${what}:${one}` });
  const delegationName = (delegationId: string) => nameText(delegations.find((one) => one.id === delegationId)?.body.name) || delegationId;
  const partyName = (partyId: string) => nameText(parties.find((one) => one.id === partyId)?.body.name) || partyId;
  const shared = { id, onClose: close };
  return (
    <>
      <section className="view setup" aria-label={t('nav.setup')}>
        <FirstSteps />
        <SetupSection
          kind="party"
          onOpen={open}
          describe={({ name, aliases, factions }) => ({
            name: nameText(name),
            more: [...factions.map((one) => nameText(one.name)), ...aliases],
          })}
        />
        <SetupSection
          kind="thirdParty"
          onOpen={open}
          describe={({ name, aliases, roles }) => ({ name: nameText(name), more: [...roles.map((role) => t(`role.${role}`)), ...aliases] })}
        />
        <SetupSection
          kind="issue"
          onOpen={open}
          describe={(issue) => ({
            name: nameText(issue.name),
            more: [t(`issue.kind.${issue.kind}`), ...issue.options.map((option) => nameText(option.name))],
          })}
        />
        <SetupSection
          kind="delegation"
          onOpen={open}
          describe={({ name, place, members }) => ({ name: nameText(name), more: [...(place ? [place] : []), ...members] })}
        />
        <SetupSection
          kind="mandate"
          onOpen={open}
          describe={({ delegationId, mayDecide, to }) => ({
            name: delegationName(delegationId),
            more: [
              mayDecide.length === 0 ? t('mandate.nothing') : t('setup.mayDecide', { count: mayDecide.length }),
              ...(to ? [`${t('mandate.until')} ${dateInWords(to)}`] : []),
            ],
          })}
        />
        <SetupSection
          kind="proposal"
          onOpen={open}
          describe={({ title, byId, on, options }) => ({
            name: nameText(title),
            more: [
              ...(byId ? [partyName(byId)] : []),
              ...(on ? [dateInWords(on)] : []),
              t('proposal.coversIssues', { count: options.length }),
            ],
          })}
        />
        <SetupSection kind="compartment" onOpen={open} describe={({ name }) => ({ name: nameText(name), more: [] })} />
        <section className="setup-section">
          <header>
            <h2>{t('setup.case')}</h2>
            <Button onPress={() => change({ open: 'case' })}>{t('form.edit')}</Button>
          </header>
          <p className="said" dir="auto">
            {nameText(details?.title)}
          </p>
          {details?.description && (
            <p className="sub said" dir="auto">
              {nameText(details.description)}
            </p>
          )}
        </section>
        <LexiconSection onOpen={open} />
      </section>
      {kind === 'party' && <PartyForm key={query.open} {...shared} />}
      {kind === 'thirdParty' && <ThirdPartyForm key={query.open} {...shared} />}
      {kind === 'issue' && <IssueForm key={query.open} {...shared} />}
      {kind === 'delegation' && <DelegationForm key={query.open} {...shared} />}
      {kind === 'mandate' && <MandateForm key={query.open} {...shared} />}
      {kind === 'proposal' && <ProposalForm key={query.open} {...shared} />}
      {kind === 'cue' && <CueForm key={query.open} {...shared} />}
      {kind === 'compartment' && <CompartmentForm key={query.open} {...shared} />}
      {kind === 'case' && details && <CaseForm details={details} onClose={close} />}
    </>
  );
}
