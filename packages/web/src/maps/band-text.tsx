import { t } from '../strings/strings.ts';
import type { Band } from './amounts.ts';

/** A figure, and below it what it can be. */
export function Cell({ band, text }: { band: Band | null; text: (value: number) => string }) {
  return <td>{band && <BandText band={band} text={text} />}</td>;
}

export function BandText({ band, text }: { band: Band; text: (value: number) => string }) {
  const [value, low, high] = [text(band.value), text(band.low), text(band.high)];
  return (
    <>
      {value}
      {(low !== value || high !== value) && (
        <>
          {' '}
          <small className="band">{t('maps.range', { low, high })}</small>
        </>
      )}
    </>
  );
}
