/** What Enter will do, in the parts that the line shows while one types. */

import { type DateKey, daysBetween } from "../time/dates";
import { formatDuration, shownDuration } from "../time/duration";
import { formatTime, type Hours, nameDay } from "../time/format";
import { dateOfDay, type Resolved, resolve, type Unresolved } from "../time/resolve";
import type { When } from "../time/spoken";
import { dateOf } from "../time/zone";
import { words } from "../words";

export interface Saying {
  /** What is over is added. */
  verb: "start" | "add";
  /** `9:00–10:15`, `since 9:15`; null when it starts now or a length has no beginning. */
  times: string | null;
  /** How long it lasts, or has lasted. */
  duration: string | null;
  /** The day it begins on, unless that is today. */
  day: string | null;
  /** Why it can't be done. */
  error: string | null;
}

export interface Speaker {
  now: number;
  zone: string;
  hours: Hours;
}

export const whyNot = ({ error }: Unresolved): string =>
  ({
    future: words.editor.errors.future,
    order: words.editor.errors.order,
    start: words.saying.noStart,
  })[error];

export function sayLine(when: When | null | undefined, speaker: Speaker): Saying {
  if (!when) return { verb: "start", times: null, duration: null, day: null, error: null };
  const found = resolve(when, speaker.now, speaker.zone);
  return "error" in found ? sayRefused(when, found, speaker) : sayAccepted(found, speaker);
}

function sayAccepted({ from, to }: Resolved, { now, zone, hours }: Speaker): Saying {
  const time = (ms: number): string => formatTime(ms, zone, hours);
  const date = dateOf(from, zone);
  const nights = to === null ? 0 : daysBetween(date, dateOf(to, zone));
  const over = nights > 0 ? ` ${words.timer.nextDays(nights)}` : "";
  return {
    verb: to === null ? "start" : "add",
    times: to === null ? words.saying.since(time(from)) : `${time(from)}–${time(to)}${over}`,
    duration: shownDuration(from, Math.max(from, to ?? now)),
    day: dayUnlessToday(date, dateOf(now, zone)),
    error: null,
  };
}

/** What was understood is said, too, so that one sees what to mend. */
function sayRefused(when: When, refused: Unresolved, { now, zone, hours }: Speaker): Saying {
  const { day, since, until, length } = when;
  const time = (seconds: number): string => formatTime(seconds * 1000, "UTC", hours);
  const end = until ?? (since !== undefined && length !== undefined ? since + length : undefined);
  const begins = since === undefined ? null : time(since);
  return {
    verb: end === undefined && length === undefined ? "start" : "add",
    times: begins && (end === undefined ? words.saying.since(begins) : `${begins}–${time(end)}`),
    duration: length === undefined ? null : formatDuration(length),
    day: day === undefined ? null : dayUnlessToday(dateOfDay(day, now, zone), dateOf(now, zone)),
    error: whyNot(refused),
  };
}

const dayUnlessToday = (date: DateKey, today: DateKey): string | null =>
  date === today ? null : nameDay(date, today);
