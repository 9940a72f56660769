/** What days, weeks and months of a report are called. */

import { addDays, addMonths, type DateKey } from "../time/dates";
import {
  formatDate,
  formatDayMonth,
  formatMonth,
  formatRange,
  formatShortDay,
  formatWeekday,
  monthName,
} from "../time/format";
import type { Bucket, DateRange } from "../time/ranges";
import { screenWords } from "../words/screens";
import type { Part } from "./part";
import type { Question } from "./question";
import { labelOf } from "./series";
import type { Tree } from "./tree";
import { type Grouped, innerOf } from "./wanted";

/** Below a bar: as short as the number of bars asks for. */
export function shortName(date: DateKey, bars: Bucket, count: number): string {
  if (bars === "month") return monthName(date);
  if (bars === "day" && count <= 7) return formatWeekday(date, "short");
  return formatDayMonth(date);
}

export function longName(date: DateKey, bars: Bucket): string {
  if (bars === "month") return formatMonth(date);
  return bars === "week" ? screenWords.reports.weekOf(formatDate(date)) : formatShortDay(date);
}

/** The dates of one bar that lie in the range. */
export function datesOfBar(date: DateKey, bars: Bucket, { from, to }: DateRange): DateRange {
  const days = { day: addDays(date, 1), week: addDays(date, 7), month: addMonths(date, 1) };
  const end = days[bars];
  return { from: date < from ? from : date, to: end > to ? to : end };
}

export const lastDate = ({ to }: DateRange): DateKey => addDays(to, -1);

export const nameDates = (dates: DateRange): string =>
  addDays(dates.from, 1) === dates.to
    ? formatShortDay(dates.from)
    : formatRange(dates.from, lastDate(dates));

/** The part in words: its dates, then what it is of. */
export function nameOfPart(part: Part, question: Question, tree: Tree): string {
  const { group, at } = question;
  const named = (key: string | null, grouped: Grouped): string[] =>
    key === null ? [] : [labelOf(key, grouped, tree)];
  return [
    nameDates(part.dates ?? question.dates),
    ...named(part.key, { group, at }),
    ...named(part.inner, innerOf(part, question)),
  ].join(" · ");
}

/** A range as short as it can be said: a month, a year, or its first and last date. */
export function nameRangeOf(dates: DateRange): string {
  const { from, to } = dates;
  if (from.endsWith("-01") && addMonths(from, 1) === to) return formatMonth(from);
  if (from.endsWith("-01-01") && addMonths(from, 12) === to) return from.slice(0, 4);
  return nameDates(dates);
}
