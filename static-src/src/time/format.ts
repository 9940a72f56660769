/** Dates and times as people read them, through Intl and in their language and zone. */

import { words } from "../words";
import { localeFor } from "../words/language";
import { addDays, type DateKey } from "./dates";

export type Hours = "system" | "12" | "24";

/** The catalogue's language with the browser's region. */
export const locale: string = localeFor(words.language, navigator.languages);

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

const hourCycle = (hours: Hours): Intl.DateTimeFormatOptions =>
  hours === "system" ? {} : { hourCycle: hours === "12" ? "h12" : "h23" };

/** Found without putting the options into words: a day's strip alone says dozens of times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** `9:05` or `9:05 am`. */
export function formatTime(ms: number, zone: string, hours: Hours): string {
  const key = `${hours} ${zone}`;
  const clock =
    clocks.get(key) ??
    format({ hour: "numeric", minute: "2-digit", timeZone: zone, ...hourCycle(hours) });
  clocks.set(key, clock);
  return clock.format(ms);
}

const utc = (date: DateKey): number => Date.parse(`${date}T00:00:00Z`);
const onDate = (date: DateKey, options: Intl.DateTimeFormatOptions): string =>
  format({ timeZone: "UTC", ...options }).format(utc(date));

/** `Monday, 23 November`; with the year when it is not this one, or today isn't said. */
export function formatDay(date: DateKey, today?: DateKey): string {
  const year = date.slice(0, 4) === today?.slice(0, 4) ? {} : { year: "numeric" as const };
  return onDate(date, { weekday: "long", day: "numeric", month: "long", ...year });
}

/** `Today`, `Yesterday`, or the day's name. */
export function nameDay(date: DateKey, today: DateKey): string {
  if (date === today) return words.timer.today;
  if (date === addDays(today, -1)) return words.timer.yesterday;
  return formatDay(date, today);
}

export const formatDate = (date: DateKey): string =>
  onDate(date, { day: "numeric", month: "short", year: "numeric" });

export const formatShortDay = (date: DateKey): string =>
  onDate(date, { weekday: "short", day: "numeric", month: "short" });

export const formatDayMonth = (date: DateKey): string =>
  onDate(date, { day: "numeric", month: "short" });

export const formatMonth = (date: DateKey): string =>
  onDate(date, { month: "short", year: "numeric" });

export const monthName = (date: DateKey): string => onDate(date, { month: "short" });

export const formatWeekday = (date: DateKey, width: "short" | "narrow" | "long"): string =>
  onDate(date, { weekday: width });

/** `23–29 Nov 2026`, from the first to the last date. */
export const formatRange = (first: DateKey, last: DateKey): string =>
  format({ timeZone: "UTC", day: "numeric", month: "short", year: "numeric" }).formatRange(
    utc(first),
    utc(last),
  );

export const formatDateTime = (ms: number, zone: string, hours: Hours): string =>
  format({
    dateStyle: undefined,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZone: zone,
    ...hourCycle(hours),
  }).format(ms);

export const formatPercent = (share: number): string =>
  new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(share);

/** In whole percent, where a glance is enough. */
export const formatShare = (share: number): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);

/** Hours with two decimals. */
export const formatDecimal = (seconds: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    seconds / 3600,
  );
