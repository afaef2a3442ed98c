import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';

/** The numbers as files for a spreadsheet and for other programs. */
export function BargainFiles() {
  const { caseId, asOf } = useCasePlace();
  const query = new URLSearchParams({
    ...(asOf.heldOn && { heldOn: asOf.heldOn }),
    ...(asOf.knownAt && { knownAt: asOf.knownAt }),
    ...(asOf.compartments && { compartments: asOf.compartments.join(',') }),
  });
  return (
    <p className="export-links">
      {t('bargain.export')}
      {(['csv', 'json'] as const).map((as) => (
        <a key={as} className="button" href={`/api/cases/${encodeURIComponent(caseId)}/bargain/file/${as}?${query}`} download>
          {t(`bargain.export.${as}`)}
        </a>
      ))}
    </p>
  );
}
