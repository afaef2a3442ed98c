import type { MapFilePreview } from '../api/types.ts';
import { t } from '../strings/strings.ts';

/** How many names are listed before the rest is only counted. */
const MOST_LISTED = 30;

/** What a file holds, and what was left out of it or repaired. */
export function PreviewList({ preview: { features, told } }: { preview: MapFilePreview }) {
  const shapes = (['zone', 'line', 'place'] as const).map((shape) => ({
    shape,
    count: features.filter((one) => one.shape === shape).length,
  }));
  return (
    <section className="preview" aria-label={t('maps.inFile')}>
      <h3>{t('maps.inFile')}</h3>
      <p role="status">
        {shapes
          .filter(({ count }) => count > 0)
          .map(({ shape, count }) => t(`maps.count.${shape}`, { count }))
          .join(', ') || t('maps.nothingInFile')}
      </p>
      <ul className="plain">
        {features.slice(0, MOST_LISTED).map(({ name, shape }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may hold one name twice, and its order stays
          <li key={at}>
            <bdi>{name || t('maps.unnamed')}</bdi> <small>{t(`maps.shape.${shape}`)}</small>
          </li>
        ))}
        {features.length > MOST_LISTED && <li className="sub">{t('maps.andMore', { count: features.length - MOST_LISTED })}</li>}
      </ul>
      <h3>{t('maps.told')}</h3>
      {told.length === 0 ? (
        <p className="sub">{t('maps.toldNothing')}</p>
      ) : (
        <ul>
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
