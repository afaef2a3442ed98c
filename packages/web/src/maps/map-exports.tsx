import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { chosenPopulation } from './population-choice.tsx';
import { referenceOf } from './reference-of.ts';
import { drawnEntries, type Maps } from './use-maps.ts';
import { zoneIds } from './zones-of.ts';

const FORMATS = ['geojson', 'kml', 'svg', 'pdf', 'csv', 'xlsx', 'docx'] as const;
const TABLES = ['csv', 'xlsx', 'docx'] as const;
type Format = (typeof FORMATS)[number];

/** An address of more characters than this is refused on its way. */
const MOST_CHARACTERS = 12_000;

/** The features that are shown, and their figures side by side, as files for other programs, for print and for a text. */
export function MapExports({ maps }: { maps: Maps }) {
  const { caseId, asOf, query } = useCasePlace();
  const drawn = drawnEntries(maps);
  const population = chosenPopulation(maps.populations, query.population);
  const zones = maps.shown.filter((layer) => zoneIds(layer).length > 0);
  const reference = referenceOf(zones, query.reference);
  const ids = drawn.map(({ id }) => id).join(',');
  const isAll = drawn.length === maps.entries.length;
  if (!isAll && ids.length > MOST_CHARACTERS) return <p className="export-links">{t('maps.tooManyToExport')}</p>;
  const href = (format: Format, more: Readonly<Record<string, string>>): string => {
    const parameters = new URLSearchParams({
      format,
      ...more,
      ...(!isAll && { ids }),
      ...(format === 'csv' && { bom: 'true' }),
      ...(asOf.heldOn && { heldOn: asOf.heldOn }),
      ...(asOf.knownAt && { knownAt: asOf.knownAt }),
      ...(asOf.compartments && { compartments: asOf.compartments.join(',') }),
    });
    return `/api/cases/${encodeURIComponent(caseId)}/map/export?${parameters}`;
  };
  const figures = {
    table: 'comparison',
    ...(population && { populationId: population.id }),
    ...(reference && { referenceIds: zoneIds(reference).join(',') }),
  };
  return (
    <>
      <p className="export-links">
        {t('maps.export')}
        {FORMATS.map((format) => (
          <a key={format} className="button" href={href(format, {})} download={`maps.${format}`}>
            {t(`maps.export.${format}`)}
          </a>
        ))}
        <small>{t('maps.exportHint')}</small>
      </p>
      {zones.length > 0 && (
        <p className="export-links">
          {t('maps.exportFigures')}
          {TABLES.map((format) => (
            <a
              key={format}
              className="button"
              href={href(format, figures)}
              download={`figures.${format}`}
              aria-label={t('maps.figuresAs', { format: t(`maps.export.${format}`) })}
            >
              {t(`maps.export.${format}`)}
            </a>
          ))}
        </p>
      )}
    </>
  );
}
