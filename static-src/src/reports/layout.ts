/** Where bars and the cells of a year lie, and where keys lead among them. Pure. */

import { type DateKey, daysBetween, eachDay, startOfWeek, type Weekday } from "../time/dates";
import type { DateRange } from "../time/ranges";

export interface Cell {
  date: DateKey;
  /** From 0; the first and the last week may be cut off by the year. */
  week: number;
  /** 0 to 6, from the first day of the week. */
  day: number;
}

export function cellsOf({ from, to }: DateRange, weekStart: Weekday): Cell[] {
  const first = daysBetween(startOfWeek(from, weekStart), from);
  return eachDay(from, to).map((date, index) => ({
    date,
    week: Math.floor((first + index) / 7),
    day: (first + index) % 7,
  }));
}

/** The week in which each month begins, for its name. */
export const monthStarts = (cells: Cell[]): Cell[] =>
  cells.filter(({ date }) => date.endsWith("-01"));

/** The upper ends of `count` shades in seconds, in steps of whole half hours. */
export function shadeEnds(most: number, count: number): number[] {
  const step = Math.max(1, Math.ceil(most / count / 1800)) * 1800;
  return Array.from({ length: count }, (_, index) => (index + 1) * step);
}

/** Places side by side: where each begins, and how much of it a bar fills. */
export interface Band {
  step: number;
  bar: number;
  /** The left edge of a bar. */
  at(index: number): number;
}

const WIDEST = 56;

export function band(count: number, from: number, to: number): Band {
  const step = (to - from) / Math.max(1, count);
  const bar = Math.min(WIDEST, Math.max(1, step * 0.72));
  return { step, bar, at: (index) => from + index * step + (step - bar) / 2 };
}

/** The place under a point, or null beside them all. */
export function placeAt(x: number, count: number, from: number, to: number): number | null {
  if (x < from || x >= to) return null;
  return Math.min(count - 1, Math.floor(((x - from) / (to - from)) * count));
}

/** Where a key leads in a row of `count`, given how far each arrow goes; null: nowhere. */
export function moved(
  key: string,
  index: number | null,
  count: number,
  steps: Record<string, number>,
): number | null {
  if (count === 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const by = steps[key];
  if (by === undefined) return null;
  if (index === null) return by > 0 ? 0 : count - 1;
  const next = index + by;
  return next >= 0 && next < count ? next : index;
}
