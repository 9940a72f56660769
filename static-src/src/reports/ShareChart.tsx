/** Shares as bars from zero, largest first; a bar with something inside opens it. */

import { formatPercent } from "../time/format";
import { barLength } from "../ui/scales";
import { screenWords } from "../words/screens";
import { ChartFrame } from "./ChartFrame";
import { placeAt } from "./layout";
import { OTHERS, type Series } from "./series";
import { useCursor } from "./useCursor";
import { useWidth } from "./useWidth";

const ROW = 36;
const BAR = 16;
const VALUE = 112;

interface Props {
  label: string;
  series: Series[];
  total: number;
  hours(seconds: number): string;
  onOpen(series: Series): void;
}

export function ShareChart({ label, series, total, hours, onOpen }: Props) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const stacked = width < 560;
  const row = stacked ? ROW + 16 : ROW;
  const height = row * series.length;
  const left = stacked ? 0 : Math.min(280, width * 0.3);
  const room = Math.max(0, width - left - VALUE);
  const most = Math.max(...series.map(({ seconds }) => seconds));
  const cursor = useCursor({
    count: series.length,
    steps: { ArrowUp: -1, ArrowDown: 1 },
    find: (_x, y) => placeAt(y, series.length, 0, height),
    onOpen: (index) => opens(series[index]) && onOpen(series[index] as Series),
  });
  const active = cursor.index === null ? undefined : series[cursor.index];
  const at = cursor.index ?? 0;
  const tip = active && {
    title: active.label,
    lines: [
      { key: "time", label: screenWords.reports.time, value: hours(active.seconds) },
      {
        key: "share",
        label: screenWords.reports.share,
        value: formatPercent(active.seconds / total),
      },
    ],
    x: left + barLength(active.seconds, most, room) / 2,
    y: at * row + row / 2,
  };

  return (
    <ChartFrame
      frame={frame}
      label={label}
      width={width}
      height={height}
      cursor={cursor}
      tip={tip ?? null}
      opens={opens(active)}
    >
      {active && <rect className="chart-cursor" x={0} y={at * row} width={width} height={row} />}
      {series.map((one, index) => {
        const middle = index * row + (stacked ? row - BAR / 2 - 10 : row / 2);
        const length = barLength(one.seconds, most, room);
        return (
          <g key={one.key}>
            <text className="share-name" x={0} y={stacked ? index * row + 16 : middle + 5}>
              {shortened(one.label, stacked ? width : left - 16)}
              {one.inside ? " ›" : ""}
            </text>
            <rect
              className={`fill color-${one.color} tint-${one.tint}`}
              x={left}
              y={middle - BAR / 2}
              width={length}
              height={BAR}
              rx={2}
            />
            <text className="share-value" x={left + length + 8} y={middle + 4}>
              {hours(one.seconds)}
              <tspan className="share-part" dx={8}>
                {formatPercent(one.seconds / total)}
              </tspan>
            </text>
          </g>
        );
      })}
      <line className="chart-zero" x1={left} x2={left} y1={0} y2={height} />
    </ChartFrame>
  );
}

/** Its inside, or the entries that it is made of; what is left over is no one thing. */
const opens = (series: Series | undefined): boolean =>
  series !== undefined && series.key !== OTHERS;

/** SVG does not cut text off; about as much as fits. The tooltip and the table say all of it. */
function shortened(text: string, room: number): string {
  const most = Math.max(8, Math.floor(room / 7.5));
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
