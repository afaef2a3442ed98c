import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { drawnEntries, type Maps } from './use-maps.ts';

const FORMATS = ['geojson', 'kml', 'svg', 'pdf', 'csv', 'xlsx', 'docx'] as const;

/** The features that are shown, as files for other programs, for print and for a text. */
export function MapExports({ maps }: { maps: Maps }) {
  const { caseId, asOf } = useCasePlace();
  const isAll = drawnEntries(maps).length === maps.entries.length;
  const query = (format: string) =>
    new URLSearchParams({
      format,
      ...(!isAll && {
        ids: drawnEntries(maps)
          .map(({ id }) => id)
          .join(','),
      }),
      ...(asOf.heldOn && { heldOn: asOf.heldOn }),
      ...(asOf.knownAt && { knownAt: asOf.knownAt }),
      ...(asOf.compartments && { compartments: asOf.compartments.join(',') }),
    });
  return (
    <p className="export-links">
      {t('maps.export')}
      {FORMATS.map((format) => (
        <a
          key={format}
          className="button"
          href={`/api/cases/${encodeURIComponent(caseId)}/map/export?${query(format)}`}
          download={`maps.${format}`}
        >
          {t(`maps.export.${format}`)}
        </a>
      ))}
      <small>{t('maps.exportHint')}</small>
    </p>
  );
}
