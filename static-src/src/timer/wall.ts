/** A day's pieces by the clock on the wall, for the dial and the ribbon. Pure. */

import { endOf, startOf } from "../store/world";
import { addDays, type DateKey } from "../time/dates";
import { dateOf, instantOf, lengthOfDay, localTime, startOfDay } from "../time/zone";
import type { Piece } from "./days";

const DAY = 86_400;

/** Seconds since midnight by the clock on the wall, within the day. */
export function wallSeconds(ms: number, date: DateKey, zone: string): number {
  const midnight = startOfDay(date, zone);
  if (ms <= midnight) return 0;
  if (ms >= startOfDay(addDays(date, 1), zone)) return DAY;
  // Days without a change of clocks need no look at the zone.
  if (lengthOfDay(date, zone) === DAY * 1000) return (ms - midnight) / 1000;
  const { hour, minute, second } = localTime(ms, zone);
  return (hour * 60 + minute) * 60 + second;
}

export interface Stretch {
  from: number;
  to: number;
}

export function wallOf({ entry, date }: Piece, now: number, zone: string): Stretch {
  const from = wallSeconds(startOf(entry), date, zone);
  return { from, to: Math.max(from, wallSeconds(endOf(entry, now), date, zone)) };
}

function instantOn(date: DateKey, seconds: number, zone: string): number {
  if (seconds >= DAY) return startOfDay(addDays(date, 1), zone);
  const plain = lengthOfDay(date, zone) === DAY * 1000;
  return plain ? startOfDay(date, zone) + seconds * 1000 : instantOf(date, seconds, zone);
}

/** The instants of a stretch of a day. */
export const instantsOfWall = ({ from, to }: Stretch, date: DateKey, zone: string) => ({
  from: instantOn(date, from, zone),
  to: instantOn(date, to, zone),
});

/** Wall seconds as a time to read: `9:30`. */
export const wallInstant = (seconds: number, date: DateKey, zone: string): number =>
  instantOn(date, seconds, zone);

export const isToday = (date: DateKey, now: number, zone: string): boolean =>
  dateOf(now, zone) === date;
