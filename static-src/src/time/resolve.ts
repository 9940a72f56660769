/** From what was said to instants, in milliseconds since 1970. */

import { addDays, type DateKey, weekday } from "./dates";
import { AHEAD_MS } from "./now";
import type { Day, When } from "./spoken";
import { dateOf, instantOf, instantsOf } from "./zone";

export interface Resolved {
  from: number;
  /** Null while it still runs. */
  to: number | null;
}

/**
 * `future`: it ends, or began, later than now. `order`: clocks that skip an hour put its end before
 * its beginning. `start`: a length on an earlier day doesn't say when it began.
 */
export type Unresolved = { error: "future" | "order" | "start" };

export function resolve(when: When, now: number, zone: string): Resolved | Unresolved {
  const { day, since, until, length } = when;
  if (since === undefined) return lately(day, length ?? 0, now, zone);
  const { date, from } = beginning(when, since, now, zone);
  const to = length === undefined ? null : from + length * 1000;
  const end = until === undefined ? to : endAfter({ date, from, since }, until, zone);
  if (end === undefined) return { error: "order" };
  return (end ?? from) > now + AHEAD_MS ? { error: "future" } : { from, to: end };
}

/** Only a length ends now. */
function lately(day: Day | undefined, length: number, now: number, zone: string) {
  const today = day === undefined || dateOfDay(day, now, zone) === dateOf(now, zone);
  return today ? { from: now - length * 1000, to: now } : { error: "start" as const };
}

/** The date that was said; of a weekday the last one, today included. */
export function dateOfDay(day: Day, now: number, zone: string): DateKey {
  if (typeof day === "string") return day;
  const today = dateOf(now, zone);
  if ("ago" in day) return addDays(today, -day.ago);
  return addDays(today, -((weekday(today) - day.weekday + 7) % 7));
}

/**
 * The date on which it began: without one the last on which the clock showed it; of a weekday, the
 * last such day on which it did.
 */
export function dateBegun({ day, since = 0 }: When, now: number, zone: string): DateKey {
  const said = dateOfDay(day ?? { ago: 0 }, now, zone);
  const toCome = (shownOn(said, since, zone)[0] ?? 0) > now + AHEAD_MS;
  return toCome ? addDays(said, -daysBetweenSuch(day)) : said;
}

function daysBetweenSuch(day: Day | undefined): number {
  if (day === undefined) return 1;
  return typeof day === "object" && "weekday" in day ? 7 : 0;
}

/** Where clocks go back, a span begins at the first of two instants, what still runs at the last. */
function beginning(when: When, since: number, now: number, zone: string) {
  const date = dateBegun(when, now, zone);
  const shown = shownOn(date, since, zone);
  const runs = when.until === undefined && when.length === undefined;
  const last = runs ? shown.findLast((ms) => ms <= now + AHEAD_MS) : undefined;
  return { date, from: last ?? shown[0] ?? 0 };
}

function shownOn(date: DateKey, seconds: number, zone: string): number[] {
  const shown = instantsOf(date, seconds, zone);
  return shown.length > 0 ? shown : [instantOf(date, seconds, zone)];
}

interface Beginning {
  date: DateKey;
  from: number;
  since: number;
}

/**
 * The first instant from `from` on at which the clock shows `until`: on the same date, or on the
 * next when it is less than `since`. Undefined when clocks skip what lies between.
 */
export function endAfter(
  { date, from, since }: Beginning,
  until: number,
  zone: string,
): number | undefined {
  if (until >= since) return shownOn(date, until, zone).find((ms) => ms >= from);
  const again = instantsOf(date, until, zone).find((ms) => ms >= from);
  return again ?? instantOf(addDays(date, 1), until, zone);
}

const DOUBTFUL_MS = 16 * 3_600_000;

/**
 * Longer than anybody works: rather an end typed before its beginning (`9-8`), that went over
 * midnight. To be asked about before it is entered.
 */
export const suspicious = (from: number, to: number): boolean => to - from > DOUBTFUL_MS;
