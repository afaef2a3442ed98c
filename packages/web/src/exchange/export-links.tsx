import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';

const FORMATS = ['schedule.ics', 'schedule.csv', 'schedule.xlsx', 'schedule.json', 'annex.docx'] as const;

/** The schedule as recorded, as files for calendars, spreadsheets, programs and texts. */
export function ExportLinks({ exchangeId, scheduleId }: { exchangeId: string; scheduleId: string }) {
  const { caseId, asOf } = useCasePlace();
  const query = new URLSearchParams({
    scheduleId,
    ...(asOf.heldOn && { heldOn: asOf.heldOn }),
    ...(asOf.knownAt && { knownAt: asOf.knownAt }),
    ...(asOf.compartments && { compartments: asOf.compartments.join(',') }),
  });
  return (
    <p className="export-links">
      {t('exchange.export')}
      {FORMATS.map((format) => (
        <a
          key={format}
          className="button"
          href={`/api/cases/${encodeURIComponent(caseId)}/exchange/${encodeURIComponent(exchangeId)}/export/${format}?${query}`}
          download={format}
        >
          {t(`exchange.export.${format}`)}
        </a>
      ))}
    </p>
  );
}
