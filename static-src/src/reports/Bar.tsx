/** One bar: its parts on top of one another, or, where some count twice, beside one another. */

import { stack } from "../ui/scales";
import type { Column, Series } from "./series";

export interface BarShape {
  column: Column;
  series: Series[];
  x: number;
  width: number;
  y(seconds: number): number;
}

const GAP = 2;

const fillOf = (key: string, series: Series[]): string => {
  const one = series.find((candidate) => candidate.key === key);
  return `fill color-${one?.color ?? "none"} tint-${one?.tint ?? 0}`;
};

export function StackedBar({ column, series, x, width, y }: BarShape) {
  return stack(column.parts).map(({ key, from, to }, index) => {
    const height = y(from) - y(to);
    // The gap is taken from the upper one, and only where there is something left of it.
    const gap = index > 0 && height > GAP + 1 ? GAP : 0;
    return (
      <rect
        key={key}
        className={fillOf(key, series)}
        x={x}
        y={y(to)}
        width={width}
        height={Math.max(0.5, height - gap)}
        rx={height > 6 ? Math.min(2, width / 4) : 0}
      />
    );
  });
}

/** The whole behind, as wide as all of them: no part is more than it, and they don't add up to it. */
export function BarsBeside({ column, series, x, width, y }: BarShape) {
  const each = width / Math.max(1, series.length);
  const gap = each >= 4 ? 1 : 0;
  return (
    <>
      <rect
        className="chart-whole"
        x={x}
        y={y(column.seconds)}
        width={width}
        height={y(0) - y(column.seconds)}
      />
      {series.map(({ key }, index) => {
        const value = column.parts.find((part) => part.key === key)?.value ?? 0;
        return value === 0 ? null : (
          <rect
            key={key}
            className={fillOf(key, series)}
            x={x + index * each}
            y={y(value)}
            width={each - gap}
            height={Math.max(0.5, y(0) - y(value))}
          />
        );
      })}
    </>
  );
}

/** Which part lies under a point of the bar, if any. */
export function partUnder(
  { column, series, x, width, y }: BarShape,
  at: { x: number; y: number },
  beside: boolean,
): string | null {
  if (at.x < x || at.x > x + width) return null;
  if (!beside)
    return (
      stack(column.parts).find(({ from, to }) => at.y <= y(from) && at.y >= y(to))?.key ?? null
    );
  const one = series[Math.floor(((at.x - x) / width) * series.length)];
  const value = column.parts.find(({ key }) => key === one?.key)?.value ?? 0;
  return one && value > 0 && at.y >= y(value) ? one.key : null;
}
