/** Ranges of local dates, half-open, and the names people have for them. */

import {
  addDays,
  addMonths,
  type DateKey,
  daysBetween,
  isDateKey,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
  type Weekday,
} from "./dates";

export interface DateRange {
  from: DateKey;
  /** The first date after the range. */
  to: DateKey;
}

/** With another first date; an end before it moves along. */
export const withFirst = ({ to }: DateRange, from: DateKey): DateRange => ({
  from,
  to: to > from ? to : addDays(from, 1),
});

/** With another last date; a beginning after it moves along. */
export function withLast({ from }: DateRange, last: DateKey): DateRange {
  const to = addDays(last, 1);
  return from > last ? { from: last, to } : { from, to };
}

export const RANGE_NAMES = [
  "today",
  "this-week",
  "last-week",
  "last-7-days",
  "this-month",
  "last-month",
  "last-30-days",
  "this-quarter",
  "last-quarter",
  "this-year",
  "last-year",
] as const;
export type RangeName = (typeof RANGE_NAMES)[number];

export const isRangeName = (text: string): text is RangeName =>
  (RANGE_NAMES as readonly string[]).includes(text);

/** So many days, today among them. */
const lastDays = (count: number, today: DateKey): DateRange => ({
  from: addDays(today, 1 - count),
  to: addDays(today, 1),
});

export function namedRange(name: RangeName, today: DateKey, weekStart: Weekday): DateRange {
  const week = startOfWeek(today, weekStart);
  const quarter = startOfQuarter(today);
  switch (name) {
    case "today":
      return { from: today, to: addDays(today, 1) };
    case "this-week":
      return { from: week, to: addDays(week, 7) };
    case "last-week":
      return { from: addDays(week, -7), to: week };
    case "last-7-days":
      return lastDays(7, today);
    case "this-month":
      return { from: startOfMonth(today), to: addMonths(today, 1) };
    case "last-month":
      return { from: addMonths(today, -1), to: startOfMonth(today) };
    case "last-30-days":
      return lastDays(30, today);
    case "this-quarter":
      return { from: quarter, to: addMonths(quarter, 3) };
    case "last-quarter":
      return { from: addMonths(quarter, -3), to: quarter };
    case "this-year":
      return { from: startOfYear(today), to: addMonths(startOfYear(today), 12) };
    case "last-year":
      return { from: addMonths(startOfYear(today), -12), to: startOfYear(today) };
  }
}

/** The same length before (-1) or after (1); whole months move by months. */
export function shiftRange({ from, to }: DateRange, by: -1 | 1): DateRange {
  const months = wholeMonths(from, to);
  if (months > 0) return { from: addMonths(from, by * months), to: addMonths(to, by * months) };
  const days = daysBetween(from, to);
  return { from: addDays(from, by * days), to: addDays(to, by * days) };
}

function wholeMonths(from: DateKey, to: DateKey): number {
  if (!from.endsWith("-01") || !to.endsWith("-01")) return 0;
  const [y1 = 0, m1 = 0] = from.split("-").map(Number);
  const [y2 = 0, m2 = 0] = to.split("-").map(Number);
  return (y2 - y1) * 12 + (m2 - m1);
}

/** A range from its first and last date, in either order; null when one is no date. */
export function customRange(first: string, last: string): DateRange | null {
  if (!isDateKey(first) || !isDateKey(last)) return null;
  const [from, through] = first <= last ? [first, last] : [last, first];
  return { from, to: addDays(through, 1) };
}

export type Bucket = "day" | "week" | "month";

/** The finest bucket that still gives readable bars. */
export function bucketFor({ from, to }: DateRange): Bucket {
  const days = daysBetween(from, to);
  if (days <= 45) return "day";
  return days <= 190 ? "week" : "month";
}
