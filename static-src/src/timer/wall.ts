/** A day's pieces by the clock on the wall, for the dial and the ribbon. Pure. */

import { endOf, startOf } from "../store/world";
import type { DateKey } from "../time/dates";
import { boundsOf, dateOf, instantOf, localTime } from "../time/zone";
import type { Piece } from "./days";

const DAY = 86_400;

/** Seconds since midnight by the clock on the wall, within the day. */
export function wallSeconds(ms: number, date: DateKey, zone: string): number {
  const { from, to } = boundsOf(date, zone);
  if (ms <= from) return 0;
  if (ms >= to) return DAY;
  // Days without a change of clocks need no look at the zone.
  if (to - from === DAY * 1000) return (ms - from) / 1000;
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
  const { from, to } = boundsOf(date, zone);
  if (seconds >= DAY) return to;
  return to - from === DAY * 1000 ? from + seconds * 1000 : instantOf(date, seconds, zone);
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
