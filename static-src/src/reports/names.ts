/** What days, weeks and months of a report are called. */

import { addDays, addMonths, type DateKey } from "../time/dates";
import {
  formatDate,
  formatDayMonth,
  formatMonth,
  formatShortDay,
  formatWeekday,
  monthName,
} from "../time/format";
import type { Bucket, DateRange } from "../time/ranges";
import { words } from "../words";

/** Below a bar: as short as the number of bars asks for. */
export function shortName(date: DateKey, bars: Bucket, count: number): string {
  if (bars === "month") return monthName(date);
  if (bars === "day" && count <= 7) return formatWeekday(date, "short");
  return formatDayMonth(date);
}

export function longName(date: DateKey, bars: Bucket): string {
  if (bars === "month") return formatMonth(date);
  return bars === "week" ? words.reports.weekOf(formatDate(date)) : formatShortDay(date);
}

/** The dates of one bar that lie in the range. */
export function datesOfBar(date: DateKey, bars: Bucket, { from, to }: DateRange): DateRange {
  const days = { day: addDays(date, 1), week: addDays(date, 7), month: addMonths(date, 1) };
  const end = days[bars];
  return { from: date < from ? from : date, to: end > to ? to : end };
}

export const lastDate = ({ to }: DateRange): DateKey => addDays(to, -1);
