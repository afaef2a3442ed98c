import type { MapComparison } from '../api/types.ts';
import { t } from '../strings/strings.ts';
import { areaText, type Band, bandText, lengthText, peopleText, percentText } from './amounts.ts';
import { BandText, Cell } from './band-text.tsx';
import { ToneSwatch } from './canvas/tone-swatch.tsx';
import type { Compared } from './compared.ts';
import { useMapNames } from './map-words.ts';
import { ShiftText } from './shift-text.tsx';
import { WideTable } from './wide-table.tsx';

interface ComparisonTableProps {
  readonly columns: readonly Compared[];
  readonly hasReference: boolean;
}

/** Each map a row: what is in it, and how it stands to the reference. */
export function ComparisonTable({ columns: maps, hasReference }: ComparisonTableProps) {
  const { layerName } = useMapNames();
  const hasPeople = maps.some(({ figures }) => figures.people !== null);
  const hasRoads = maps.some(({ figures }) => figures.roadLengthKm !== null);
  return (
    <WideTable name={t('maps.compared')}>
      <table className="lines reckoned">
        <caption>{t('maps.compared')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('maps.map')}</th>
            <th scope="col">{t('maps.areaHead')}</th>
            {hasPeople && <th scope="col">{t('maps.peopleHead')}</th>}
            {hasRoads && <th scope="col">{t('maps.roadsHead')}</th>}
            <th scope="col">{t('maps.piecesHead')}</th>
            {hasReference && (
              <>
                <th scope="col">{t('maps.overlapHead')}</th>
                <th scope="col">{t('maps.onlyMapHead')}</th>
                <th scope="col">{t('maps.onlyReferenceHead')}</th>
                <th scope="col">{t('maps.shiftHead')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {maps.map(({ layer, figures, isReference }) => (
            <tr key={layer.key}>
              <th scope="row">
                <ToneSwatch tone={layer.tone} shape={layer.features[0]?.shape ?? 'zone'} /> <bdi>{layerName(layer)}</bdi>
                {isReference && <small>{t('maps.isReference')}</small>}
                {figures.accuracyMeters === null && <small>{t('maps.takenAsExact')}</small>}
              </th>
              <Cell band={figures.areaKm2} text={areaText} />
              {hasPeople && <Cell band={figures.people} text={peopleText} />}
              {hasRoads && <Cell band={figures.roadLengthKm} text={lengthText} />}
              <td>
                <PiecesText figures={figures} />
              </td>
              {hasReference && <Towards towards={figures.towardsReference} hasPeople={hasPeople} />}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

type Figures = MapComparison['maps'][number];

function PiecesText({ figures: { pieces, leftOfReference } }: { figures: Figures }) {
  const cutOff = pieces.pieces.slice(1);
  return (
    <>
      {t('maps.pieces', { count: pieces.pieces.length })}
      {cutOff.length > 0 && <small>{t('maps.smallest', { area: areaText(cutOff.at(-1)?.areaKm2 ?? 0) })}</small>}
      {pieces.enclaves.length > 0 && <small>{t('maps.enclaves', { count: pieces.enclaves.length })}</small>}
      {leftOfReference && leftOfReference.pieces.length > 1 && (
        <small>{t('maps.leavesInPieces', { count: leftOfReference.pieces.length })}</small>
      )}
    </>
  );
}

function Towards({ towards, hasPeople }: { towards: Figures['towardsReference']; hasPeople: boolean }) {
  if (towards === null) return <td colSpan={4} />;
  const part = ({ areaKm2, people }: { areaKm2: Band; people: Band | null }) => (
    <>
      <BandText band={areaKm2} text={areaText} />
      {hasPeople && people && <small>{t('maps.peopleIn', { people: bandText(people, peopleText) })}</small>}
    </>
  );
  return (
    <>
      <td>
        {part(towards.overlap)}
        <small>{t('maps.shareOfMap', { share: bandText(towards.shareOfMap, percentText) })}</small>
        <small>{t('maps.shareOfReference', { share: bandText(towards.shareOfReference, percentText) })}</small>
      </td>
      <td>{part(towards.onlyMap)}</td>
      <td>{part(towards.onlyReference)}</td>
      <td>{towards.lineShift ? <ShiftText shift={towards.lineShift} /> : t('maps.sameBorder')}</td>
    </>
  );
}
