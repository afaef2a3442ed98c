import type { MapPhases } from '../api/types.ts';
import { t } from '../strings/strings.ts';
import { areaText, bandText, lengthText, metersText, peopleText } from './amounts.ts';
import { BandText } from './band-text.tsx';
import { MethodNote } from './method-note.tsx';
import { WideTable } from './wide-table.tsx';

type Ground = MapPhases['result']['start'];

/** Each phase a row: what passes on with it, and what the holder has left. */
export function PhaseTable({ result: { start, phases, note }, told }: Pick<MapPhases, 'result' | 'told'>) {
  return (
    <>
      {told.length > 0 && (
        <ul className="told">
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <WideTable name={t('maps.phases')}>
        <table className="lines reckoned">
          <caption>{t('maps.phases')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('maps.phase')}</th>
              <th scope="col">{t('maps.handsOver')}</th>
              <th scope="col">{t('maps.takesBack')}</th>
              <th scope="col">{t('maps.leftAfter')}</th>
              <th scope="col">{t('maps.piecesHead')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('maps.atStart')}</th>
              <td />
              <td />
              <td>
                <GroundText ground={start} withSites={false} />
              </td>
              <td />
            </tr>
            {phases.map(({ phase, name, handedOver, takenBack, holds, left }) => (
              <tr key={phase}>
                <th scope="row">
                  {t('maps.phaseNumber', { number: phase })} <small dir="auto">{name}</small>
                </th>
                <td>
                  <GroundText ground={handedOver} withSites />
                </td>
                <td>{takenBack.areaKm2.value > 0 ? <GroundText ground={takenBack} withSites /> : t('maps.nothingBack')}</td>
                <td>{holds[0] && <GroundText ground={holds[0]} withSites={false} />}</td>
                <td>
                  {t('maps.pieces', { count: left.pieces.length })}
                  {left.enclaves.length > 0 && <small>{t('maps.enclaves', { count: left.enclaves.length })}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <MethodNote note={note} />
    </>
  );
}

function GroundText({ ground: { areaKm2, people, roadLengthKm, sites }, withSites }: { ground: Ground; withSites: boolean }) {
  return (
    <>
      <BandText band={areaKm2} text={areaText} />
      {people && (
        <small>
          {t('maps.peopleHead')}: {bandText(people, peopleText)}
        </small>
      )}
      {roadLengthKm && roadLengthKm.value > 0 && (
        <small>
          {t('maps.roadsHead')}: {bandText(roadLengthKm, lengthText)}
        </small>
      )}
      {withSites &&
        sites?.map(({ id, name, where, signedMeters }) => (
          <small key={id}>
            <bdi>{name}</bdi>: {t(`maps.where.${where}`, { distance: metersText(signedMeters) })}
          </small>
        ))}
    </>
  );
}
