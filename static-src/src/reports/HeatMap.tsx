/** A year of days, darker the more was tracked. Lies on its side where there is no room. */

import type { DateKey, Weekday } from "../time/dates";
import { formatWeekday, monthName } from "../time/format";
import type { DateRange } from "../time/ranges";
import { shade } from "../ui/scales";
import { screenWords } from "../words/screens";
import { ChartFrame } from "./ChartFrame";
import { type Cell, cellsOf, monthStarts } from "./layout";
import { useCursor } from "./useCursor";
import { useWidth } from "./useWidth";

const LEFT = 40;
const TOP = 20;
const BIGGEST = 24;

interface Props {
  label: string;
  dates: DateRange;
  weekStart: Weekday;
  secondsOn: Map<DateKey, number>;
  /** The upper end of the darkest of the shades. */
  most: number;
  shades: number;
  hours(seconds: number): string;
  nameDay(date: DateKey): string;
  onOpen(date: DateKey): void;
}

export function HeatMap(props: Props) {
  const { dates, weekStart, secondsOn, most, shades, hours } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const cells = cellsOf(dates, weekStart);
  const weeks = (cells.at(-1)?.week ?? 0) + 1;
  const tall = width < 700;
  const size = Math.min(BIGGEST, Math.floor((width - LEFT) / (tall ? 7 : weeks)));
  const height = TOP + size * (tall ? weeks : 7);
  const place = ({ week, day }: Cell) => {
    const [across, down] = tall ? [day, week] : [week, day];
    return { x: LEFT + across * size, y: TOP + down * size };
  };
  const cursor = useCursor({
    count: cells.length,
    steps: tall
      ? { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
      : { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 },
    start: Math.max(
      0,
      cells.findIndex(({ date }) => (secondsOn.get(date) ?? 0) > 0),
    ),
    find: (x, y) => {
      const found = cells.findIndex((cell) => {
        const at = place(cell);
        return x >= at.x && x < at.x + size && y >= at.y && y < at.y + size;
      });
      return found < 0 ? null : found;
    },
    onOpen: (index) => cells[index] && props.onOpen(cells[index].date),
  });
  const active = cursor.index === null ? undefined : cells[cursor.index];
  const tip = active && {
    title: props.nameDay(active.date),
    lines: [
      {
        key: "time",
        label: screenWords.reports.time,
        value: hours(secondsOn.get(active.date) ?? 0),
      },
    ],
    x: place(active).x + size / 2,
    y: place(active).y + size,
  };

  return (
    <ChartFrame
      frame={frame}
      label={props.label}
      width={width}
      height={height}
      cursor={cursor}
      tip={tip ?? null}
      opens
    >
      {monthStarts(cells).map((cell) => (
        <text
          key={cell.date}
          className={tall ? "heat-week" : "heat-month"}
          x={tall ? 0 : place(cell).x}
          y={tall ? place(cell).y + size - 6 : TOP - 6}
        >
          {monthName(cell.date)}
        </text>
      ))}
      {cells.slice(0, 14).flatMap((cell) =>
        cell.week !== 1 || (!tall && cell.day % 2 === 1) ? (
          []
        ) : (
          <text
            key={cell.date}
            className="heat-day"
            x={tall ? place(cell).x + size / 2 : 0}
            y={tall ? TOP - 6 : place(cell).y + size - 6}
          >
            {formatWeekday(cell.date, tall ? "narrow" : "short")}
          </text>
        ),
      )}
      {cells.map((cell, index) => (
        <rect
          key={cell.date}
          className={`heat shade-${shade(secondsOn.get(cell.date) ?? 0, most, shades)}`}
          data-active={index === cursor.index}
          {...place(cell)}
          width={size - 2}
          height={size - 2}
          rx={2}
        />
      ))}
    </ChartFrame>
  );
}
