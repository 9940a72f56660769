/** Entries laid out by local day: each piece of an entry lies in the day it was worked in. */

import type { TimeEntry } from "../api/types";
import { endOf, startOf } from "../store/world";
import { addDays, type DateKey } from "../time/dates";
import { formatDuration, shownDuration } from "../time/duration";
import { dateOf, startOfDay } from "../time/zone";

export interface Piece {
  entry: TimeEntry;
  date: DateKey;
  /** Whole seconds within this day; an entry's pieces sum to its duration. */
  seconds: number;
  /** It began on an earlier day, or goes on into the next. */
  continued: boolean;
  continues: boolean;
}

export interface Day {
  date: DateKey;
  seconds: number;
  pieces: Piece[];
}

/** What is over stays cut as it is: its pieces are the same objects, and rows that show them stay. */
const cut = new WeakMap<TimeEntry, { zone: string; pieces: Piece[] }>();

export function piecesOf(entry: TimeEntry, now: number, zone: string): Piece[] {
  if (entry.stoppedAt === null) return cutAtMidnights(entry, now, zone);
  const known = cut.get(entry);
  if (known?.zone === zone) return known.pieces;
  const pieces = cutAtMidnights(entry, now, zone);
  cut.set(entry, { zone, pieces });
  return pieces;
}

/** Each piece is the difference of floored seconds since the start. */
function cutAtMidnights(entry: TimeEntry, now: number, zone: string): Piece[] {
  const start = startOf(entry);
  const end = endOf(entry, now);
  const floored = (ms: number): number => Math.floor((ms - start) / 1000);
  const pieces: Piece[] = [];
  let from = start;
  for (let date = dateOf(start, zone); ; date = addDays(date, 1)) {
    const midnight = startOfDay(addDays(date, 1), zone);
    const to = Math.min(end, midnight);
    const seconds = floored(to) - floored(from);
    pieces.push({ entry, date, seconds, continued: from > start, continues: end > midnight });
    if (end <= midnight) return pieces;
    from = midnight;
  }
}

/** How long it reads beside the entry's times. */
export function durationOf({ entry, seconds, continued, continues }: Piece): string {
  const whole = entry.stoppedAt !== null && !continued && !continues;
  return whole ? shownDuration(startOf(entry), endOf(entry, 0)) : formatDuration(seconds);
}

/** Days with entries from `since` on, newest first; the entries come newest first, and stay so. */
export function daysOf(
  entries: readonly TimeEntry[],
  since: DateKey,
  now: number,
  zone: string,
): Day[] {
  const days = new Map<DateKey, Day>();
  let day: Day | undefined;
  for (const entry of entries) {
    for (const piece of piecesOf(entry, now, zone)) {
      if (piece.date < since) continue;
      // Mostly the day of the one before.
      if (day?.date !== piece.date) {
        day = days.get(piece.date) ?? { date: piece.date, seconds: 0, pieces: [] };
        days.set(piece.date, day);
      }
      day.seconds += piece.seconds;
      day.pieces.push(piece);
    }
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? 1 : -1));
}

/** A list, and what it was laid out as. */
export interface Laid {
  entries: readonly TimeEntry[];
  days: Day[];
}

/**
 * The days of a list of which the older part is that of `before`: its days, which nothing was done
 * to, are taken over as they are. The instant, the zone and the first day must be the same.
 */
export function daysAfter(
  before: Laid,
  entries: readonly TimeEntry[],
  since: DateKey,
  now: number,
  zone: string,
): Day[] {
  const first = entries[entries.length - sameAtEnd(before.entries, entries)];
  const from = first ? dateOf(startOf(first), zone) : "";
  const at = before.days.findIndex(({ date }) => date < from);
  if (at < 0) return daysOf(entries, since, now, zone);
  // Of the older ones these reach into the days that are laid out again.
  const reaching = before.days.slice(0, at).flatMap(({ pieces }) => pieces);
  const start = Math.min(...reaching.map(({ entry }) => startOf(entry)));
  const older = entries.findIndex((entry) => startOf(entry) < start);
  const newer = older < 0 ? entries : entries.slice(0, older);
  return [...daysOf(newer, from, now, zone), ...before.days.slice(at)];
}

/** How many at the ends of two lists are the same. */
function sameAtEnd(one: readonly TimeEntry[], other: readonly TimeEntry[]): number {
  let at = one.length;
  const apart = other.length - at;
  while (at > 0 && at + apart > 0 && one[at - 1] === other[at - 1 + apart]) at -= 1;
  return one.length - at;
}

/** A day shows the same as another. */
export const sameDay = (one: Day, other: Day): boolean =>
  one === other ||
  (one.date === other.date &&
    one.pieces.length === other.pieces.length &&
    one.pieces.every((piece, index) => piece === other.pieces[index]));

/** The identifier of a day in the list. */
export const dayAnchor = (date: DateKey): string => `day-${date}`;

export const secondsOn = (days: Day[], date: DateKey): number =>
  days.find((day) => day.date === date)?.seconds ?? 0;
