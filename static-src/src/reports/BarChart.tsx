/** Stacked bars over time, from zero. */

import { weekday } from "../time/dates";
import { ticks } from "../ui/scales";
import { type BarShape, BarsBeside, partUnder, StackedBar } from "./Bar";
import { ChartFrame } from "./ChartFrame";
import { band, placeAt } from "./layout";
import type { Column, Series } from "./series";
import { useCursor } from "./useCursor";
import { useWidth } from "./useWidth";

const LOWEST = 280;
const HIGHEST = 420;
const TOP = 24;
const BOTTOM = 28;
const LEFT = 48;
/** Room that a label needs before the next. */
const LABEL = 48;

interface Props {
  label: string;
  series: Series[];
  columns: Column[];
  hours(seconds: number): string;
  nameShort(key: string): string;
  nameLong(key: string): string;
  totalLabel: string;
  /** Parts that count twice stand beside one another. */
  beside: boolean;
  /** The bars are days: weekends lie in the shade. */
  days: boolean;
  /** Where a week begins, days are named once a week when they are many. */
  weekStart: number;
  /** `key`: the one of its parts that was pointed at. */
  onOpen?: ((column: Column, key: string | null) => void) | undefined;
}

export function BarChart(props: Props) {
  const { columns, hours, onOpen } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const right = width - 12;
  const height = Math.min(HIGHEST, Math.max(LOWEST, Math.floor(width / 3)));
  const room = height - TOP - BOTTOM;
  const marks = ticks(Math.max(...columns.map(({ seconds }) => seconds)));
  const top = marks.at(-1) ?? 1;
  const y = (seconds: number): number => height - BOTTOM - (seconds / top) * room;
  const bars = band(columns.length, LEFT, right);
  const shapeOf = (column: Column, index: number): BarShape => ({
    column,
    series: props.series,
    x: bars.at(index),
    width: bars.bar,
    y,
  });
  const isNamed = ({ key }: Column, index: number): boolean =>
    props.days && columns.length > 7
      ? weekday(key) === props.weekStart
      : index % Math.ceil(LABEL / bars.step) === 0;
  const Bar = props.beside ? BarsBeside : StackedBar;
  const cursor = useCursor({
    count: columns.length,
    steps: { ArrowLeft: -1, ArrowRight: 1 },
    start: Math.max(
      0,
      columns.findIndex(({ seconds }) => seconds > 0),
    ),
    find: (x) => placeAt(x, columns.length, LEFT, right),
    onOpen: (index, at) => {
      const column = columns[index];
      if (!column?.seconds) return;
      onOpen?.(column, at ? partUnder(shapeOf(column, index), at, props.beside) : null);
    },
  });
  const active = cursor.index === null ? undefined : columns[cursor.index];
  const tip = active && {
    title: props.nameLong(active.key),
    lines: linesOf(active, props),
    x: bars.at(cursor.index ?? 0) + bars.bar / 2,
    y: Math.min(y(active.seconds), height / 2),
  };

  return (
    <ChartFrame
      frame={frame}
      label={props.label}
      width={width}
      height={height}
      cursor={cursor}
      tip={tip ?? null}
      opens={onOpen !== undefined && (active?.seconds ?? 0) > 0}
    >
      {props.days &&
        columns.map(
          ({ key }, index) =>
            weekday(key) > 5 && (
              <rect
                key={key}
                className="chart-weekend"
                x={LEFT + index * bars.step}
                y={TOP}
                width={bars.step}
                height={room}
              />
            ),
        )}
      <Grid marks={marks} y={y} right={right} hours={hours} />
      {active && (
        <rect
          className="chart-cursor"
          x={LEFT + (cursor.index ?? 0) * bars.step}
          y={TOP}
          width={bars.step}
          height={room}
        />
      )}
      {columns.map((column, index) => (
        <Bar key={column.key} {...shapeOf(column, index)} />
      ))}
      <line className="chart-zero" x1={LEFT} x2={right} y1={y(0)} y2={y(0)} />
      {bars.step >= 44 &&
        columns.map((column, index) =>
          column.seconds > 0 ? (
            <text
              key={column.key}
              className="chart-value"
              x={bars.at(index) + bars.bar / 2}
              y={y(column.seconds) - 6}
            >
              {hours(column.seconds)}
            </text>
          ) : null,
        )}
      {columns.map((column, index) =>
        isNamed(column, index) ? (
          <text
            key={column.key}
            className="chart-label"
            x={bars.at(index) + bars.bar / 2}
            y={height - 8}
          >
            {props.nameShort(column.key)}
          </text>
        ) : null,
      )}
    </ChartFrame>
  );
}

interface GridProps {
  marks: number[];
  y(seconds: number): number;
  right: number;
  hours(seconds: number): string;
}

function Grid({ marks, y, right, hours }: GridProps) {
  return marks.slice(1).map((mark) => (
    <g key={mark}>
      <line className="chart-grid" x1={LEFT} x2={right} y1={y(mark)} y2={y(mark)} />
      <text className="chart-tick" x={LEFT - 8} y={y(mark) + 4}>
        {hours(mark)}
      </text>
    </g>
  ));
}

function linesOf(column: Column, { series, hours, totalLabel }: Props) {
  const parts = [...column.parts].reverse().map(({ key, value }) => {
    const one = series.find((candidate) => candidate.key === key);
    return {
      key,
      label: one?.label ?? key,
      value: hours(value),
      color: one?.color,
      tint: one?.tint,
    };
  });
  return [...parts, { key: " total", label: totalLabel, value: hours(column.seconds) }];
}
