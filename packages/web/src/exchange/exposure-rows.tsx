import type { Exchange, ExchangeCheck } from '@parley/methods';
import { t } from '../strings/strings.ts';
import { amountText } from './words.ts';

interface ExposureRowsProps {
  readonly exchange: Exchange;
  readonly check: ExchangeCheck;
  readonly unweighed: readonly string[];
  readonly width: number;
  readonly xOf: (day: number) => number;
  /** By step: where it stands, in days. */
  readonly places: readonly number[];
  readonly lastDay: number;
}

const ROW_HEIGHT = 84;
const PAD = 8;

/**
 * For each side, over the same days: filled, what it has given over what it has received; as dots, how
 * much better it does to go on than to stop before each step in which it gives. Dots in the band are safe.
 */
export function ExposureRows({ exchange, unweighed, ...rest }: ExposureRowsProps) {
  return (
    <>
      {exchange.parties.map(({ id, name }, party) => (
        <figure key={id} className="exposure">
          <figcaption>
            <bdi>{name}</bdi>
          </figcaption>
          {unweighed.includes(id) ? <p className="nothing">{t('exchange.notWeighed')}</p> : <ExposureRow party={party} {...rest} />}
        </figure>
      ))}
    </>
  );
}

function ExposureRow({ party, check, width, xOf, places, lastDay }: Omit<ExposureRowsProps, 'exchange' | 'unweighed'> & { party: number }) {
  const margins = check.steps
    .filter(({ givers }) => givers.includes(party))
    .map(({ margin, number }) => ({ number, margin: margin[party] ?? 0 }));
  const exposures = check.steps.map(({ exposure }) => exposure[party] ?? 0);
  const least = Math.min(0, ...margins.map(({ margin }) => margin));
  // Some of the band is always to be seen, so that a cross is seen to be out of it.
  const most = Math.max(1e-9, -least / 2, ...exposures, ...margins.map(({ margin }) => margin));
  const yOf = (amount: number): number => PAD + ((most - amount) / (most - least)) * (ROW_HEIGHT - 2 * PAD);
  const zero = yOf(0);
  const at = (step: number): number => xOf(places[step - 1] ?? 0);
  return (
    <svg aria-hidden="true" width={width} height={ROW_HEIGHT} direction="ltr">
      <rect className="band" x={0} y={0} width={width} height={zero} />
      <path className="exposed" d={steppedPath(exposures, places, { xOf, yOf, lastDay })} />
      <line className="zero" x1={0} x2={width} y1={zero} y2={zero} />
      <text className="tick-text" x={xOf(lastDay)} y={zero + 12} textAnchor="middle">
        0
      </text>
      {margins.map(({ number, margin }) => (
        <Margin key={number} x={at(number)} y={yOf(margin)} zero={zero} margin={margin} />
      ))}
    </svg>
  );
}

/** A dot in the band, or a cross under it with how much is short. */
function Margin({ x, y, zero, margin }: { x: number; y: number; zero: number; margin: number }) {
  const short = margin < -1e-9;
  return (
    <g className={short ? 'margin short' : 'margin'}>
      <line x1={x} x2={x} y1={zero} y2={y} />
      {short ? <path d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`} /> : <circle cx={x} cy={y} r={3.5} />}
      {short && (
        <text className="tick-text" x={x + 7} y={y + 4}>
          −{amountText(-margin)}
        </text>
      )}
    </g>
  );
}

interface Scales {
  readonly xOf: (day: number) => number;
  readonly yOf: (amount: number) => number;
  readonly lastDay: number;
}

/** The area under a stepped line that changes at each step and goes on to the last day. */
function steppedPath(amounts: readonly number[], places: readonly number[], { xOf, yOf, lastDay }: Scales): string {
  if (amounts.length === 0) return '';
  const start = `M${xOf(places[0] ?? 0)} ${yOf(0)}`;
  const line = amounts.map((amount, step) => `V${yOf(amount)}H${xOf(places[step + 1] ?? lastDay)}`).join('');
  return `${start}${line}V${yOf(0)}Z`;
}
