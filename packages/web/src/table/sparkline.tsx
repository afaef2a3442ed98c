import type { Movement } from '@parley/model';
import { direction } from '../strings/strings.ts';
import { stepLines } from './step-lines.ts';

const [WIDTH, HEIGHT] = [90, 20];

/** The movement of a cell as a small drawing; the words beside it say the same. */
export function Sparkline({ movement, firstDay, lastDay }: { movement: Movement; firstDay: string; lastDay: string }) {
  const lines = stepLines(movement, { firstDay, lastDay, width: WIDTH, height: HEIGHT, margin: 3 });
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {/* Time runs with the script. */}
      <g transform={direction === 'rtl' ? `translate(${WIDTH} 0) scale(-1 1)` : undefined}>
        {lines.map(({ optionId, path, changes }, index) => (
          <g key={optionId} className={`line-${index % 4}`}>
            <path d={path} />
            {changes.map(({ x, y }) => (
              <circle key={x} cx={x} cy={y} r={2.4} />
            ))}
          </g>
        ))}
      </g>
    </svg>
  );
}
