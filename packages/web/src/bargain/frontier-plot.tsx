import * as Plot from '@observablehq/plot';
import { useEffect } from 'react';
import type { BargainExact } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { useWidth } from '../exchange/use-width.ts';
import { direction, t } from '../strings/strings.ts';
import { RULES } from './rules.ts';

interface Put {
  readonly id: string;
  readonly name: string;
  readonly values: readonly number[];
}

interface FrontierPlotProps {
  readonly exact: BargainExact;
  readonly proposals: readonly Put[];
}

/**
 * The frontier: for two parties a scatter, for more a line for each point across an axis for each party. Solutions and
 * proposals are named in it; the table below says the same in words.
 */
export default function FrontierPlot({ exact, proposals }: FrontierPlotProps) {
  const [holder, width] = useWidth();
  useEffect(() => {
    const element = holder.current;
    if (!element || width === 0) return;
    const size = Math.min(width, 640);
    const plot = exact.parties.length === 2 ? scatter(exact, proposals, size) : parallel(exact, proposals, size);
    // The policy lets no style element in; bargain.css has the rules for this class.
    for (const style of plot.querySelectorAll('style')) style.remove();
    element.replaceChildren(plot);
    return () => plot.remove();
  }, [exact, proposals, width, holder]);
  return (
    <figure className="frontier">
      <figcaption>{t(exact.parties.length === 2 ? 'bargain.plot.two' : 'bargain.plot.more')}</figcaption>
      <div ref={holder} aria-hidden="true" />
    </figure>
  );
}

interface Named {
  readonly name: string;
  readonly values: readonly number[];
  readonly isProposal: boolean;
}

/** Solutions of the same values stand together, so that their names do not run over each other. */
function namedPoints({ rules }: BargainExact, proposals: readonly Put[]): Named[] {
  const all = [
    ...RULES.flatMap((rule) => rules[rule].points.map(({ values }) => ({ name: t(`bargain.rule.${rule}`), values, isProposal: false }))),
    ...proposals.map(({ name, values }) => ({ name, values, isProposal: true })),
  ];
  return [...Map.groupBy(all, ({ values, isProposal }) => JSON.stringify([values, isProposal])).values()].map((alike) => ({
    ...(alike[0] as Named),
    name: alike.map(({ name }) => name).join(', '),
  }));
}

const isRtl = direction === 'rtl';

function scatter(exact: BargainExact, proposals: readonly Put[], width: number): SVGElement | HTMLElement {
  const [first, second] = exact.parties.map(({ name }) => nameText(name));
  const named = namedPoints(exact, proposals).map((one) => ({ ...one, x: percentOf(one.values[0]), y: percentOf(one.values[1]) }));
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
      Plot.text(named, {
        x: 'x',
        y: 'y',
        text: 'name',
        dy: -13,
        lineWidth: 16,
        lineAnchor: 'bottom',
        fill: 'currentColor',
        stroke: 'var(--paper)',
        strokeWidth: 4,
      }),
    ],
  });
}

/** More lines than these are a grey field. */
const MOST_LINES = 300;

function parallel(exact: BargainExact, proposals: readonly Put[], width: number): SVGElement | HTMLElement {
  const parties = exact.parties.map(({ name }) => nameText(name));
  const rows = (id: string, values: readonly number[], more: object) =>
    values.map((value, at) => ({ id, party: parties[at] ?? '', value: percentOf(value), ...more }));
  const every = Math.ceil(exact.frontier.length / MOST_LINES);
  const lines = exact.frontier.filter((_, at) => at % every === 0).flatMap(({ values }, at) => rows(`point ${at}`, values, {}));
  const named = namedPoints(exact, proposals).flatMap(({ name, values, isProposal }) => rows(name, values, { name, isProposal }));
  return Plot.plot({
    className: 'frontier-plot',
    width,
    height: 320,
    marginLeft: isRtl ? 140 : 46,
    marginRight: isRtl ? 46 : 140,
    x: { type: 'point', domain: parties, label: null, reverse: isRtl },
    y: { domain: [0, 100], label: '%', axis: isRtl ? 'right' : 'left', labelArrow: 'none' },
    marks: [
      Plot.ruleX(parties, { strokeOpacity: 0.4 }),
      Plot.line(lines, { x: 'party', y: 'value', z: 'id', stroke: 'currentColor', strokeOpacity: 0.18 }),
      Plot.line(named, { x: 'party', y: 'value', z: 'id', stroke: 'currentColor', strokeWidth: 1.8 }),
      Plot.text(
        named.filter(({ party }) => party === parties.at(-1)),
        { x: 'party', y: 'value', text: 'id', dx: isRtl ? -8 : 8, textAnchor: 'start', lineWidth: 14, fill: 'currentColor' },
      ),
    ],
  });
}

function percentOf(value: number | undefined): number {
  return (value ?? 0) * 100;
}
