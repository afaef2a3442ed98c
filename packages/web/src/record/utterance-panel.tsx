import { useState } from 'react';
import { api } from '../api/client.ts';
import { useUtterances } from '../api/queries.ts';
import type { UtteranceGroup } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SidePanel } from '../controls/side-panel.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { shortWords } from '../statement/short-words.ts';
import { StatementCard } from '../statement/statement-card.tsx';
import { t } from '../strings/strings.ts';
import { dateInWords } from '../text/dates.ts';

/** Groups shown at once: each is to be read with care. */
const SHOWN = 20;

/** Statements of different sources that look like one utterance, each group to be joined or kept apart. */
export function UtterancePanel({ onClose }: { onClose: () => void }) {
  const groups = useUtterances().data;
  const [shown, setShown] = useState(SHOWN);
  return (
    <SidePanel title={t('utterances.title')} subject="utterances" below={t('utterances.what')} onClose={onClose}>
      {groups?.length === 0 && <p className="nothing">{t('utterances.none')}</p>}
      {groups?.slice(0, shown).map((group) => (
        <Group key={group.statements.map(({ id }) => id).join(' ')} group={group} />
      ))}
      {groups && groups.length > shown && (
        <Button look="quiet" onPress={() => setShown(shown + SHOWN)}>
          {t('utterances.more', { count: groups.length - shown })}
        </Button>
      )}
    </SidePanel>
  );
}

function Group({ group: { statements, overlap } }: { group: UtteranceGroup }) {
  const { caseId } = useCasePlace();
  const [first] = statements;
  const words = first ? shortWords(first.statement) : '';
  const ids = statements.map(({ id }) => id);
  const title = t('utterances.group', { count: statements.length, share: Math.round(overlap * 100) });
  return (
    <section className="utterance" aria-label={`${title}: ${words}`}>
      <h3>{title}</h3>
      {statements.map((view) => (
        <div key={view.id} className="witness">
          <p className="said" dir="auto">
            <small>{[view.source.title, ...(view.source.published ? [dateInWords(view.source.published)] : [])].join(' · ')}</small>
          </p>
          <StatementCard view={view} />
        </div>
      ))}
      <div className="actions">
        <Button onPress={() => void record(caseId, t('utterances.joined', { words }), () => api.joinUtterance(caseId, ids))}>
          {t('utterances.join')}
        </Button>
        <Button
          look="quiet"
          onPress={() =>
            void record(caseId, t('utterances.parted', { words }), () =>
              api.decline(caseId, { declined: { offer: 'utterance', statements: ids } }),
            )
          }
        >
          {t('utterances.part')}
        </Button>
      </div>
    </section>
  );
}
