/** The numbers that a report begins with: a day on average, and against the time before. Pure. */

import type { ReportRow } from "../api/types";
import { addDays, type DateKey, daysBetween } from "../time/dates";
import { type DateRange, shiftRange } from "../time/ranges";
import type { Question } from "./question";

export interface Before {
  dates: DateRange;
  /** The range is under way: only as much of the one before is taken as is over of this. */
  soFar: boolean;
}

/** What a range is held against; null when it has not begun. */
export function beforeOf(dates: DateRange, today: DateKey): Before | null {
  const before = shiftRange(dates, -1);
  const through = addDays(today, 1);
  if (through <= dates.from) return null;
  if (through >= dates.to) return { dates: before, soFar: false };
  // The month before may be shorter than what is over of this one.
  const over = daysBetween(dates.from, through);
  const all = daysBetween(before.from, before.to);
  const to = addDays(before.from, Math.min(over, all));
  return { dates: { from: before.from, to }, soFar: true };
}

export interface Numbers {
  /** Days that have time. */
  days: number;
  average: number;
  before: number;
}

const within = (rows: readonly ReportRow[], { from, to }: DateRange): ReportRow[] =>
  rows.filter(({ key, seconds }) => key >= from && key < to && seconds > 0);

const sum = (rows: readonly ReportRow[]): number =>
  rows.reduce((seconds, row) => seconds + row.seconds, 0);

/** From the days of both ranges, asked for at once. */
export function numbersOf(
  rows: readonly ReportRow[],
  dates: DateRange,
  before: DateRange,
): Numbers {
  const worked = within(rows, dates);
  const days = worked.length;
  return {
    days,
    average: days === 0 ? 0 : sum(worked) / days,
    before: sum(within(rows, before)),
  };
}

/** The same question of both ranges, by day. */
export function bothOf({ query, dates }: Question, startOf: (date: DateKey) => string) {
  return { ...query, from: startOf(shiftRange(dates, -1).from), groupBy: "day" };
}
