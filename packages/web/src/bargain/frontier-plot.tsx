import * as Plot from '@observablehq/plot';
import { useEffect } from 'react';
import type { BargainExact } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { useWidth } from '../exchange/use-width.ts';
import { direction, t } from '../strings/strings.ts';
import { namedPoints } from './named-points.ts';

interface FrontierPlotProps {
  readonly exact: BargainExact;
}

/**
 * The frontier: for two parties a scatter, for more a line for each point across an axis for each party. Solutions and
 * proposals have the letters that they have in the table below, which says the same in words.
 */
export default function FrontierPlot({ exact }: FrontierPlotProps) {
  const [holder, width] = useWidth();
  useEffect(() => {
    const element = holder.current;
    if (!element || width === 0) return;
    const size = Math.min(width, 640);
    const plot = exact.parties.length === 2 ? scatter(exact, size) : parallel(exact, size);
    // The policy lets no style element in; bargain.css has the rules for this class.
    for (const style of plot.querySelectorAll('style')) style.remove();
    element.replaceChildren(plot);
    return () => plot.remove();
  }, [exact, width, holder]);
  return (
    <figure className="frontier">
      <figcaption>{t(exact.parties.length === 2 ? 'bargain.plot.two' : 'bargain.plot.more')}</figcaption>
      <div ref={holder} aria-hidden="true" />
    </figure>
  );
}

const isRtl = direction === 'rtl';

function scatter(exact: BargainExact, width: number): SVGElement | HTMLElement {
  const [first, second] = exact.parties.map(({ name }) => nameText(name));
  const named = namedPoints(exact).map((one) => ({ ...one, x: percentOf(one.values[0]), y: percentOf(one.values[1]) }));
  const points = exact.frontier.map(({ values }) => ({ x: percentOf(values[0]), y: percentOf(values[1]) }));
  const [left, right] = exact.noDeal;
  return Plot.plot({
    className: 'frontier-plot',
    width,
    height: Math.min(420, width * 0.75),
    marginLeft: 46,
    marginRight: 46,
    x: { domain: [0, 100], label: `${first} (%)`, reverse: isRtl, labelArrow: 'none', labelAnchor: 'center' },
    y: { domain: [0, 100], label: `${second} (%)`, axis: isRtl ? 'right' : 'left', labelArrow: 'none' },
    marks: [
      Plot.gridX({ strokeOpacity: 0.12 }),
      Plot.gridY({ strokeOpacity: 0.12 }),
      ...(typeof left === 'number' ? [Plot.ruleX([left * 100], { strokeDasharray: '4 3', stroke: 'var(--mute)' })] : []),
      ...(typeof right === 'number' ? [Plot.ruleY([right * 100], { strokeDasharray: '4 3', stroke: 'var(--mute)' })] : []),
      Plot.dot(points, { x: 'x', y: 'y', r: 3, fill: 'currentColor', fillOpacity: 0.55 }),
      Plot.dot(
        named.filter(({ isProposal }) => !isProposal),
        { x: 'x', y: 'y', r: 6, stroke: 'currentColor', strokeWidth: 1.6 },
      ),
      Plot.dot(
        named.filter(({ isProposal }) => isProposal),
        { x: 'x', y: 'y', r: 6, symbol: 'square', fill: 'var(--panel)', stroke: 'currentColor', strokeWidth: 1.6 },
      ),
      // Above and below in turn, as neighbours lie close.
      ...[0, 1].map((turn) =>
        Plot.text(
          named.filter((_, at) => at % 2 === turn),
          { x: 'x', y: 'y', text: 'letter', dy: turn === 0 ? -14 : 14, fill: 'currentColor', stroke: 'var(--paper)', strokeWidth: 4 },
        ),
      ),
    ],
  });
}

/** More lines than these are a grey field. */
const MOST_LINES = 300;

function parallel(exact: BargainExact, width: number): SVGElement | HTMLElement {
  const parties = exact.parties.map(({ name }) => nameText(name));
  const rows = (id: string, values: readonly number[]) =>
    values.map((value, at) => ({ id, party: parties[at] ?? '', value: percentOf(value) }));
  const every = Math.ceil(exact.frontier.length / MOST_LINES);
  const lines = exact.frontier.filter((_, at) => at % every === 0).flatMap(({ values }, at) => rows(`point ${at}`, values));
  const named = namedPoints(exact).flatMap(({ letter, values }) => rows(letter, values));
  return Plot.plot({
    className: 'frontier-plot',
    width,
    height: 320,
    marginLeft: 46,
    marginRight: 46,
    x: { type: 'point', domain: parties, label: null, reverse: isRtl },
    y: { domain: [0, 100], label: '%', axis: isRtl ? 'right' : 'left', labelArrow: 'none' },
    marks: [
      Plot.ruleX(parties, { strokeOpacity: 0.4 }),
      Plot.line(lines, { x: 'party', y: 'value', z: 'id', stroke: 'currentColor', strokeOpacity: 0.18 }),
      Plot.line(named, { x: 'party', y: 'value', z: 'id', stroke: 'currentColor', strokeWidth: 1.8 }),
      Plot.text(
        named.filter(({ party }) => party === parties.at(-1)),
        { x: 'party', y: 'value', text: 'id', dx: isRtl ? -12 : 12, fill: 'currentColor' },
      ),
    ],
  });
}

function percentOf(value: number | undefined): number {
  return (value ?? 0) * 100;
}
