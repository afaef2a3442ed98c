import { useMapContested } from '../api/map-queries.ts';
import type { MapContested } from '../api/types.ts';
import { t } from '../strings/strings.ts';
import { areaText, type Band, peopleText } from './amounts.ts';
import { Cell } from './band-text.tsx';
import { useMapNames } from './map-words.ts';
import { MethodNote } from './method-note.tsx';
import { Reckoned } from './reckoned.tsx';
import type { Maps } from './use-maps.ts';
import { WideTable } from './wide-table.tsx';
import { zoneIds } from './zones-of.ts';

/** The sets of parties double with each. */
const MOST_CLAIMS = 8;

interface ContestedSectionProps {
  readonly maps: Maps;
  readonly populationId: string | undefined;
}

/** What some of the parties claim and the others do not, each set of parties a row; the maps of one party count as one claim. */
export function ContestedSection({ maps, populationId }: ContestedSectionProps) {
  const { partyName } = useMapNames();
  const parties = [...new Set(maps.shown.map(({ partyId }) => partyId))];
  const claims = parties
    .map((partyId) => ({ party: partyName(partyId), featureIds: maps.shown.filter((layer) => layer.partyId === partyId).flatMap(zoneIds) }))
    .filter(({ featureIds }) => featureIds.length > 0);
  const asked = useMapContested({ claims: claims.length > MOST_CLAIMS ? [] : claims, ...(populationId && { populationId }) });
  if (claims.length > MOST_CLAIMS)
    return <p className="nothing">{t('maps.tooManyParties', { count: claims.length, most: MOST_CLAIMS })}</p>;
  if (claims.length < 2) return <p className="nothing">{t('maps.needsTwoParties')}</p>;
  return <Reckoned query={asked}>{({ result }) => <ContestedTables result={result} />}</Reckoned>;
}

function ContestedTables({ result: { parts, totals, note } }: { result: MapContested }) {
  const hasPeople = totals.claimed.people !== null;
  return (
    <>
      <p>
        {t('maps.contestedTotals', {
          claimed: areaText(totals.claimed.areaKm2.value),
          one: areaText(totals.byOneKm2),
          several: areaText(totals.bySeveralKm2),
        })}
      </p>
      <WideTable name={t('maps.claimedBy')}>
        <table className="lines reckoned">
          <caption>{t('maps.claimedBy')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('maps.claimants')}</th>
              <th scope="col">{t('maps.areaHead')}</th>
              {hasPeople && <th scope="col">{t('maps.peopleHead')}</th>}
            </tr>
          </thead>
          <tbody>
            {parts.map(({ parties, areaKm2, people }) => (
              <tr key={parties.join('\n')}>
                <th scope="row">
                  <Names names={parties} />
                  <small>{parties.length === 1 ? t('maps.claimedAlone') : t('maps.claimedTogether', { count: parties.length })}</small>
                </th>
                <Cell band={areaKm2} text={areaText} />
                {hasPeople && <Cell band={people} text={peopleText} />}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <WideTable name={t('maps.claimTotals')}>
        <table className="lines reckoned">
          <caption>{t('maps.claimTotals')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('maps.claimant')}</th>
              <th scope="col">{t('maps.claimsInAll')}</th>
              <th scope="col">{t('maps.alone')}</th>
              <th scope="col">{t('maps.othersToo')}</th>
            </tr>
          </thead>
          <tbody>
            {totals.parties.map(({ party, claimed, aloneKm2, contestedKm2 }) => (
              <tr key={party}>
                <th scope="row">
                  <bdi>{party}</bdi>
                </th>
                <Cell band={claimed.areaKm2} text={areaText} />
                <Cell band={aloneBand(party, parts, aloneKm2)} text={areaText} />
                <td>{areaText(contestedKm2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <MethodNote note={note} />
    </>
  );
}

/** What a party claims alone is a part of its own, and has its band there; a part that is nothing as drawn is not listed. */
function aloneBand(party: string, parts: MapContested['parts'], aloneKm2: number): Band {
  const part = parts.find(({ parties }) => parties.length === 1 && parties[0] === party);
  return part?.areaKm2 ?? { value: aloneKm2, low: aloneKm2, high: aloneKm2 };
}

function Names({ names }: { names: readonly string[] }) {
  return names.map((name, at) => (
    <span key={name}>
      {at > 0 && t('exchange.and')}
      <bdi>{name}</bdi>
    </span>
  ));
}
