import type { Exchange, ExchangeCheck } from '@parley/methods';
import { type PointerEvent, useState } from 'react';
import { direction, t } from '../strings/strings.ts';
import { type Block, ITEM_HEIGHT, type Layout, layoutOf, ticksOf } from './chart-layout.ts';
import { ExposureRows } from './exposure-rows.tsx';
import { useWidth } from './use-width.ts';
import { dayName } from './words.ts';

interface StepChartProps {
  readonly exchange: Exchange;
  readonly check: ExchangeCheck;
  /** Sides that are not weighed: nothing is shown of what they are exposed to. */
  readonly unweighed: readonly string[];
  /** A step, from 1, is dragged to a day; `done` once it is let go. */
  readonly onDrag?: ((step: number, day: number, done: boolean) => void) | undefined;
  /** The days shown, where two charts share them. */
  readonly lastDay?: number | undefined;
}

const AXIS_HEIGHT = 20;
const MOST_BLOCKS = 600;

/**
 * The deliveries of a schedule over days, by class under the side that gives them; below, what each side
 * is exposed to. The list of steps says the same in words and can be used by keyboard.
 */
export function StepChart({ exchange, check, unweighed, onDrag, lastDay }: StepChartProps) {
  const [holder, width] = useWidth();
  const own = layoutOf(exchange, check.steps);
  const layout = { ...own, lastDay: Math.max(own.lastDay, lastDay ?? 0) };
  const xOf = scaleOf(layout.lastDay, width);
  return (
    <div className="step-chart" aria-hidden="true">
      <Labels layout={layout} />
      <div ref={holder} className="step-chart-days">
        {width > 0 && (
          <>
            <svg aria-hidden="true" width={width} height={layout.height + AXIS_HEIGHT} direction="ltr">
              <Ticks layout={layout} xOf={xOf} width={width} />
              {layout.blocks.length <= MOST_BLOCKS ? (
                <Blocks {...{ layout, check, xOf, width, onDrag }} unsafe={unsafeSteps(exchange, check, unweighed)} />
              ) : (
                <text x={width / 2} y={layout.height / 2} textAnchor="middle">
                  {t('exchange.tooMany', { count: layout.blocks.length })}
                </text>
              )}
            </svg>
            <ExposureRows {...{ exchange, check, unweighed, width, xOf, places: layout.places, lastDay: layout.lastDay }} />
          </>
        )}
      </div>
    </div>
  );
}

/** From days to pixels; from the right where the language is read so. */
function scaleOf(lastDay: number, width: number): (day: number) => number {
  const margin = 14;
  return (day) => {
    const x = margin + (day / lastDay) * (width - 2 * margin);
    return direction === 'rtl' ? width - x : x;
  };
}

function Labels({ layout }: { layout: Layout }) {
  return (
    <div className="step-chart-labels">
      {layout.rows.map(({ kind, id, name, count, height }) => (
        <div key={`${kind} ${id}`} className={kind} style={{ height }} title={name}>
          <bdi>{kind === 'side' ? t('exchange.gives', { party: name }) : name}</bdi>
          {kind === 'item' && <span className="of">{count.toLocaleString('en')}</span>}
        </div>
      ))}
    </div>
  );
}

interface Drawn {
  readonly layout: Layout;
  readonly xOf: (day: number) => number;
  readonly width: number;
}

function Ticks({ layout, xOf, width }: Drawn) {
  return (
    <>
      {layout.rows.map(({ kind, id, top, height }) => (
        <line
          key={`${kind} ${id}`}
          className={kind === 'side' ? 'side-line' : 'row-line'}
          x1={0}
          x2={width}
          y1={top + height}
          y2={top + height}
        />
      ))}
      {ticksOf(layout.lastDay, Math.max(3, Math.floor(width / 52))).map((day) => (
        <g key={day}>
          <line className="tick-line" x1={xOf(day)} x2={xOf(day)} y1={0} y2={layout.height} />
          <text className="tick-text" x={xOf(day)} y={layout.height + 14} textAnchor="middle">
            {dayName(day)}
          </text>
        </g>
      ))}
    </>
  );
}

type BlocksProps = Drawn & Pick<StepChartProps, 'check' | 'onDrag'> & { readonly unsafe: ReadonlySet<number> };

function Blocks({ layout, check, xOf, width, onDrag, unsafe }: BlocksProps) {
  const [dragged, setDragged] = useState<{ step: number; grabbedAt: number; day: number } | null>(null);
  const perDay = Math.abs(xOf(1) - xOf(0));
  const dayUnder = (event: PointerEvent, grabbedAt: number): number => {
    const moved = (event.clientX - grabbedAt) / perDay;
    return Math.round(direction === 'rtl' ? -moved : moved);
  };
  const grab = (event: PointerEvent<SVGGElement>, step: number) => {
    if (onDrag === undefined || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged({ step, grabbedAt: event.clientX, day: check.steps[step - 1]?.startDay ?? 0 });
  };
  const move = (event: PointerEvent, done: boolean) => {
    if (dragged === null) return;
    onDrag?.(dragged.step, Math.max(0, dragged.day + dayUnder(event, dragged.grabbedAt)), done);
    if (done) setDragged(null);
  };
  const steps = Map.groupBy(layout.blocks, ({ step }) => step);
  return (
    <>
      <defs>
        <pattern id="verifying" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="hatch" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      {[...steps].map(([step, blocks]) => (
        <g
          key={step}
          className={`step${onDrag ? ' movable' : ''}${unsafe.has(step) ? ' unsafe' : ''}`}
          onPointerDown={(event) => grab(event, step)}
          onPointerMove={(event) => move(event, false)}
          onPointerUp={(event) => move(event, true)}
        >
          {blocks.length > 1 && <AtOnce blocks={blocks} xOf={xOf} />}
          {blocks.map((block) => (
            <OneBlock
              key={block.item}
              {...{ block, xOf, width }}
              count={layout.rows.find(({ kind, id }) => kind === 'item' && id === block.item)?.count ?? 0}
            />
          ))}
        </g>
      ))}
    </>
  );
}

/** Steps at which a side that gives does better to stop, as far as it is weighed, and steps that break a rule. */
function unsafeSteps({ parties }: Exchange, { steps, broken }: ExchangeCheck, unweighed: readonly string[]): Set<number> {
  const isShort = (party: number, margin: number): boolean => margin < -1e-9 && !unweighed.includes(parties[party]?.id ?? '');
  const unsafe = steps.filter(({ givers, margin }) => givers.some((party) => isShort(party, margin[party] ?? 0)));
  return new Set([...broken.map(({ step }) => step), ...unsafe.map(({ number }) => number)]);
}

function AtOnce({ blocks, xOf }: { blocks: readonly Block[]; xOf: (day: number) => number }) {
  const tops = blocks.map(({ top }) => top + ITEM_HEIGHT / 2);
  const x = xOf(blocks[0]?.from ?? 0);
  return <line className="at-once" x1={x} x2={x} y1={Math.min(...tops)} y2={Math.max(...tops)} />;
}

const BLOCK_HEIGHT = 16;

function OneBlock({ block, count, xOf }: { block: Block; count: number; xOf: (day: number) => number; width: number }) {
  const [start, end, verified] = [xOf(block.from), xOf(block.to), xOf(block.verified)];
  const y = block.top + (ITEM_HEIGHT - BLOCK_HEIGHT) / 2;
  const text = count > 1 ? `${block.soFar.toLocaleString('en')}/${count.toLocaleString('en')}` : '';
  const half = Math.max(7, 4 + text.length * 3.2);
  return (
    <>
      {block.verified > block.to && <rect className="verifying" {...span(end, verified)} y={y + 3} height={BLOCK_HEIGHT - 6} />}
      {block.to > block.from && <rect className="lasting" {...span(start, end)} y={y + 5} height={BLOCK_HEIGHT - 10} />}
      <rect className="block" x={start - half} width={2 * half} y={y} height={BLOCK_HEIGHT} rx={3} />
      <text className="block-text" x={start} y={y + 12} textAnchor="middle">
        {text}
      </text>
    </>
  );
}

function span(a: number, b: number): { x: number; width: number } {
  return { x: Math.min(a, b), width: Math.abs(b - a) };
}
