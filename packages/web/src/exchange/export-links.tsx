import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';

const FORMATS = ['schedule.ics', 'schedule.csv', 'schedule.xlsx', 'schedule.json', 'annex.docx'] as const;

interface ExportLinksProps {
  readonly exchangeId: string;
  readonly scheduleId: string;
  /** Whether it is known what day D is; a calendar needs it. */
  readonly hasStart: boolean;
  /** Whether there are weighings to go with it; the tables and JSON hold them. */
  readonly isWeighed: boolean;
}

/** The schedule as recorded, as files for calendars, spreadsheets, programs and texts. */
export function ExportLinks({ exchangeId, scheduleId, hasStart, isWeighed }: ExportLinksProps) {
  const { caseId, asOf } = useCasePlace();
  const formats = FORMATS.filter((format) => (format === 'schedule.ics' ? hasStart : format === 'annex.docx' || isWeighed));
  const query = new URLSearchParams({
    scheduleId,
    ...(asOf.heldOn && { heldOn: asOf.heldOn }),
    ...(asOf.knownAt && { knownAt: asOf.knownAt }),
    ...(asOf.compartments && { compartments: asOf.compartments.join(',') }),
  });
  return (
    <p className="export-links">
      {t('exchange.export')}
      {formats.map((format) => (
        <a
          key={format}
          className="button"
          href={`/api/cases/${encodeURIComponent(caseId)}/exchange/${encodeURIComponent(exchangeId)}/export/${format}?${query}`}
          download={format}
        >
          {t(`exchange.export.${format}`)}
        </a>
      ))}
      <small>{t('exchange.exportHint')}</small>
    </p>
  );
}
