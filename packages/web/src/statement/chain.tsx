import { Fragment } from 'react';
import type { Statement } from '../api/types.ts';
import { t } from '../strings/strings.ts';

interface ChainProps {
  readonly statement: Statement;
  /** Who published it, the last in the chain; left out within its own source. */
  readonly publisher?: string | null | undefined;
}

/** From whom the words came and through whom: speaker → relay → publisher. */
export function Chain({ statement, publisher }: ChainProps) {
  const { speaker, relays } = statement;
  const through = [...relays.map(({ name }) => name), ...(publisher ? [publisher] : [])];
  return (
    <span className="chain">
      {speaker.name ? (
        <bdi className="said speaker-name">{speaker.name}</bdi>
      ) : (
        <span className="no-speaker">{t('statement.noSpeaker')}</span>
      )}
      {speaker.role && !speaker.name.includes(speaker.role) && (
        <>
          , <bdi className="said">{speaker.role}</bdi>
        </>
      )}
      {through.map((name) => (
        <Fragment key={name}>
          <span className="relay-arrow" aria-hidden="true" />
          <span className="visually-hidden"> {t('statement.through')} </span>
          <bdi className="said">{name}</bdi>
        </Fragment>
      ))}
    </span>
  );
}
