import * as Plot from '@observablehq/plot';
import type { Movement, RowView } from '@parley/model';
import { useEffect, useRef } from 'react';
import { DateText, nameText } from '../controls/words.tsx';
import { direction, t } from '../strings/strings.ts';
import { asGiven } from '../text/as-given.ts';
import { dateInWords, dayNumber, dayOfNumber } from '../text/dates.ts';

const STANCES = ['demands', 'accepts', 'mayAccept', 'rejects', 'redLine'] as const;

interface MovementPlotProps {
  readonly movement: Movement;
  readonly row: RowView;
  readonly lastDay: string;
  /** The dates of the positions as given, so that a month is not told as its first day. */
  readonly given: readonly (string | undefined)[];
}

/** The movement of a cell: a stepped line for each option, told apart by letter. The list below says the same in words. */
export default function MovementPlot({ movement, row, lastDay, given }: MovementPlotProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const plot = draw(movement, lastDay, element.clientWidth);
    element.replaceChildren(plot);
    return () => plot.remove();
  }, [movement, lastDay]);
  return (
    <figure className="movement">
      <figcaption>{t('movement.title')}</figcaption>
      <div ref={holder} aria-hidden="true" />
      <ul className="plain">
        {movement.lines.map(({ optionId, points }, index) => (
          <li key={optionId}>
            <b>{letter(index)}</b> <bdi>{nameText(row.options.find(({ id }) => id === optionId)?.name)}</bdi>:{' '}
            {points.map(({ day, stance }, place) => (
              <span key={day}>
                {place > 0 && <span className="relay-arrow" />}
                {t(`stance.${stance}`)} <DateText date={asGiven(day, given)} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function draw(movement: Movement, lastDay: string, width: number): SVGElement | HTMLElement {
  const points = movement.lines.flatMap(({ points }, index) => {
    const own = points.map(({ day, stance }) => ({ day: new Date(day), stance: t(`stance.${stance}`), line: letter(index), stated: true }));
    const last = own.at(-1);
    return last ? [...own, { ...last, day: new Date(lastDay), stated: false }] : own;
  });
  // From the first change to the day held on, but not so far on that the changes run together.
  const days = movement.lines.flatMap((line) => line.points.map(({ day }) => dayNumber(day)));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const end = Math.min(dayNumber(lastDay), last + Math.max(5, Math.round((last - first) * 0.3)));
  const domain = [new Date(dayOfNumber(first - 1)), new Date(dayOfNumber(end))];
  const plot = Plot.plot({
    className: 'movement-plot',
    width,
    height: 150,
    marginLeft: direction === 'rtl' ? 12 : 78,
    marginRight: direction === 'rtl' ? 78 : 12,
    marginBottom: 26,
    x: {
      type: 'utc',
      domain,
      label: null,
      ticks: 4,
      tickFormat: (date: Date) => shortDate(date),
      reverse: direction === 'rtl',
      clamp: true,
    },
    y: {
      type: 'point',
      domain: STANCES.map((stance) => t(`stance.${stance}`)),
      label: null,
      axis: direction === 'rtl' ? 'right' : 'left',
      tickSize: 0,
    },
    marks: [
      Plot.gridY({ strokeOpacity: 0.15 }),
      Plot.line(points, { x: 'day', y: 'stance', z: 'line', curve: 'step-after', stroke: 'currentColor', strokeWidth: 1.4 }),
      Plot.dot(
        points.filter(({ stated }) => stated),
        { x: 'day', y: 'stance', r: 7.5, fill: 'var(--panel)', stroke: 'currentColor' },
      ),
      Plot.text(
        points.filter(({ stated }) => stated),
        { x: 'day', y: 'stance', text: 'line', fontSize: 11, fill: 'currentColor' },
      ),
    ],
  });
  // The policy lets no style element in; table.css has the rules for this class.
  for (const style of plot.querySelectorAll('style')) style.remove();
  return plot;
}

function shortDate(date: Date): string {
  return dateInWords(date.toISOString().slice(0, 10))
    .replace(/^(\d+ \w{3})\w*/, '$1')
    .replace(/ \d{4}$/, '');
}

function letter(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}
