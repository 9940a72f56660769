/** Between instants (milliseconds since 1970, UTC) and a zone's local dates and times. */

import { addDays, type DateKey } from "./dates";

export interface LocalTime {
  date: DateKey;
  hour: number;
  minute: number;
  second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

export function isZone(name: string): boolean {
  try {
    format(name);
    return true;
  } catch {
    return false;
  }
}

export function localTime(ms: number, zone: string): LocalTime {
  const part: Record<string, string> = {};
  for (const { type, value } of format(zone).formatToParts(ms)) part[type] = value;
  return {
    date: `${part.year?.padStart(4, "0")}-${part.month}-${part.day}`,
    hour: Number(part.hour),
    minute: Number(part.minute),
    second: Number(part.second),
  };
}

const DAY_MS = 86_400_000;

interface Day {
  date: DateKey;
  from: number;
  to: number;
}

/** Days met before, by zone and by the days in UTC that they touch: asking Intl takes long. */
const daysMet = new Map<string, Map<number, Day[]>>();

/** The local date of an instant. */
export function dateOf(ms: number, zone: string): DateKey {
  const met = daysMet.get(zone) ?? new Map<number, Day[]>();
  daysMet.set(zone, met);
  const known = met.get(Math.floor(ms / DAY_MS))?.find(({ from, to }) => ms >= from && ms < to);
  if (known) return known.date;
  const { date } = localTime(ms, zone);
  remember(met, { date, ...boundsOf(date, zone) });
  return date;
}

function remember(met: Map<number, Day[]>, day: Day): void {
  for (let utc = Math.floor(day.from / DAY_MS); utc * DAY_MS < day.to; utc += 1) {
    met.set(utc, [...(met.get(utc) ?? []), day]);
  }
}

function asUtc({ date, hour, minute, second }: LocalTime): number {
  return Date.parse(`${date}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** The zone's distance from UTC at an instant, in milliseconds. */
export function offsetAt(ms: number, zone: string): number {
  const whole = Math.floor(ms / 1000) * 1000;
  return asUtc(localTime(whole, zone)) - whole;
}

/**
 * Every instant a local time names, earliest first: two where clocks go back, none where they
 * skip it.
 */
export function instantsOf(date: DateKey, secondsOfDay: number, zone: string): number[] {
  const wall = Date.parse(`${date}T00:00:00Z`) + secondsOfDay * 1000;
  // A zone's offset changes at most once in the two days around any local time.
  const offsets = new Set([offsetAt(wall - 86_400_000, zone), offsetAt(wall + 86_400_000, zone)]);
  const found = [...offsets].map((offset) => wall - offset);
  return found.filter((ms) => ms + offsetAt(ms, zone) === wall).sort((a, b) => a - b);
}

/** The instant of a local time; the earlier of two; where clocks skip it, as far after the gap. */
export function instantOf(date: DateKey, secondsOfDay: number, zone: string): number {
  const [first] = instantsOf(date, secondsOfDay, zone);
  if (first !== undefined) return first;
  const wall = Date.parse(`${date}T00:00:00Z`) + secondsOfDay * 1000;
  return wall - offsetAt(wall - 86_400_000, zone);
}

/** From the first instant of a local date to the first of the next one. */
export type Bounds = Omit<Day, "date">;

const boundsMet = new Map<string, Map<DateKey, Bounds>>();

/** Where a local date begins and ends, also where midnight itself is skipped. */
export function boundsOf(date: DateKey, zone: string): Bounds {
  const met = boundsMet.get(zone) ?? new Map<DateKey, Bounds>();
  boundsMet.set(zone, met);
  const known = met.get(date);
  if (known) return known;
  const bounds = { from: findMidnight(date, zone), to: findMidnight(addDays(date, 1), zone) };
  met.set(date, bounds);
  return bounds;
}

export const startOfDay = (date: DateKey, zone: string): number => boundsOf(date, zone).from;

function findMidnight(date: DateKey, zone: string): number {
  const midnight = instantOf(date, 0, zone);
  if (instantsOf(date, 0, zone).length > 0) return midnight;
  return firstInstantAfterGap(midnight, zone);
}

function firstInstantAfterGap(after: number, zone: string): number {
  const offset = offsetAt(after, zone);
  let low = after - 86_400_000;
  let high = after;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetAt(middle, zone) === offset) high = middle;
    else low = middle;
  }
  return high;
}
