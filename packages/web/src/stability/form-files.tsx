import { FileTrigger } from 'react-aria-components';
import { api } from '../api/client.ts';
import { Button } from '../controls/button.tsx';
import { base64Of } from '../record/base64-of.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';

const FORMS = ['csv', 'json', 'table'] as const;

/** Takes in the option form of a file as a new conflict, and shows it. */
export function ImportForm() {
  const { caseId, change } = useCasePlace();
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const base64 = base64Of(new Uint8Array(await file.arrayBuffer()));
    const done = await record(caseId, t('stability.imported', { name: file.name }), () =>
      api.importConflict(caseId, { fileName: file.name, base64 }),
    );
    if (done !== null) change({ conflict: done.conflictId, open: undefined, state: undefined });
  };
  return (
    <FileTrigger acceptedFileTypes={['.csv', '.json', '.xlsx']} onSelect={(files) => void take(files?.[0])}>
      <Button>{t('stability.import')}</Button>
    </FileTrigger>
  );
}

/** The option form of a conflict as files for other programs. */
export function ExportForms({ conflictId }: { conflictId: string }) {
  const { caseId, asOf } = useCasePlace();
  const query = new URLSearchParams({
    ...(asOf.knownAt && { knownAt: asOf.knownAt }),
    ...(asOf.compartments && { compartments: asOf.compartments.join(',') }),
  });
  const address = `/api/cases/${encodeURIComponent(caseId)}/stability/${encodeURIComponent(conflictId)}/form`;
  return (
    <p className="export-links">
      {t('stability.export')}
      {FORMS.map((as) => (
        <a key={as} className="button" href={`${address}/${as}?${query}`} download>
          {t(`stability.export.${as}`)}
        </a>
      ))}
    </p>
  );
}
