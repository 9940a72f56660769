/** From what is typed into an entry's fields to what changes. What isn't touched stays exact. */

import type { EntryFields } from "../store/changes";
import { parseTimeOfDay } from "../time/clock";
import { addDays, daysBetween, isDateKey } from "../time/dates";
import { formatExact, shownDuration } from "../time/duration";
import { formatTime, type Hours } from "../time/format";
import { AHEAD_MS, toInstant } from "../time/now";
import { dateBegun, endAfter } from "../time/resolve";
import { parseLength, parseWhen, type When } from "../time/spoken";
import { dateOf, instantOf, instantsOf, localTime } from "../time/zone";
import { words } from "../words";
import { takeTags, writeNote } from "./line";

/** What an editor begins with; a new entry has no identifier yet. */
export interface Span {
  startedAt: string;
  stoppedAt: string | null;
  note?: string;
  tags: string[];
}

export interface Typed {
  note: string;
  date: string;
  endDate: string;
  start: string;
  end: string;
  duration: string;
}

export interface Setting {
  zone: string;
  hours: Hours;
  /** When the fields were filled: a running entry's length counts from then. */
  opened: number;
  now: number;
  /** Instants at which other entries begin or end: thousands, and seldom asked for. */
  boundaries(): string[];
}

export type Reading = {
  startedAt: string;
  stoppedAt: string | null;
  errors: Partial<Record<keyof Typed, string>>;
};

export function typedFrom(
  span: Span,
  { zone, hours, opened }: Pick<Setting, "zone" | "hours" | "opened">,
): Typed {
  const start = Date.parse(span.startedAt);
  const end = span.stoppedAt === null ? opened : Date.parse(span.stoppedAt);
  return {
    note: noteOf(span),
    date: dateOf(start, zone),
    endDate: dateOf(end, zone),
    start: formatTime(start, zone, hours),
    end: span.stoppedAt === null ? "" : formatTime(end, zone, hours),
    duration: shownDuration(start, Math.max(start, end)),
  };
}

/** As one line: a field would join what stands on two. */
const noteOf = ({ note = "", tags }: Span): string =>
  writeNote(note.replace(/\s*\n\s*/gu, " "), tags);

/** Later by whole seconds, keeping the microseconds that a Date would drop. */
export function addSeconds(instant: string, seconds: number): string {
  const fraction = /\.(\d+)Z$/.exec(instant)?.[1] ?? "";
  const whole = Math.floor(Date.parse(instant) / 1000) * 1000;
  const moved = new Date(whole + seconds * 1000).toISOString().replace(/\.\d+Z$/, "");
  return `${moved}${fraction ? `.${fraction}` : ""}Z`;
}

const errors = words.editor.errors;

/**
 * Reads the fields; `byDuration` when the length was typed after the end. A span in the field of
 * the start (`9-10:15`, `yesterday 14:00 for 1h`) says the end, too.
 */
export function readTyped(
  span: Span,
  typed: Typed,
  byDuration: boolean,
  setting: Setting,
): Reading {
  const before = typedFrom(span, setting);
  const reading: Reading = { startedAt: span.startedAt, stoppedAt: span.stoppedAt, errors: {} };
  const said = typed.start === before.start ? null : parseWhen(typed.start);
  const fields = said?.since === undefined ? typed : begun(typed, said, setting);
  if (said && isOver(said)) readSpan(reading, fields.date, said, setting);
  else readFields(reading, span, fields, before, byDuration, setting);
  checkOrder(reading, setting);
  return reading;
}

const isOver = ({ since, until, length }: When): boolean =>
  since !== undefined && (until !== undefined || length !== undefined);

/**
 * The fields once the start's has been left: a span typed there stands in all of them, as far as
 * they can hold it. Seconds, or the second of two equal times, they can't.
 */
export function settled(span: Span, typed: Typed, byDuration: boolean, setting: Setting): Typed {
  const reading = readTyped(span, typed, byDuration, setting);
  const when = parseWhen(typed.start);
  if (!when || hasSeconds(when) || Object.keys(reading.errors).length > 0) return typed;
  const { startedAt, stoppedAt } = reading;
  const said = typedFrom({ ...span, startedAt, stoppedAt }, setting);
  // Where it isn't shown the end's date goes on moving with the start's.
  const endDate = isLong(typedFrom(span, setting)) ? said.endDate : typed.endDate;
  const fields = { ...said, note: typed.note, endDate };
  const again = readTyped(span, fields, false, setting);
  const same = isNear(again.startedAt, startedAt) && isNear(again.stoppedAt, stoppedAt);
  return same ? fields : typed;
}

const hasSeconds = ({ since = 0, until = 0, length = 0 }: When): boolean =>
  [since, until, length].some((seconds) => seconds % 60 !== 0);

/** Over more than one midnight the end has a date of its own. */
const isLong = ({ date, endDate }: Typed): boolean => daysBetween(date, endDate) > 1;

/** A minute that is typed as it was keeps its seconds. */
const isNear = (one: string | null, other: string | null): boolean =>
  one === other || (!!one && !!other && Math.abs(Date.parse(one) - Date.parse(other)) < 60_000);

function readFields(
  reading: Reading,
  span: Span,
  typed: Typed,
  before: Typed,
  byDuration: boolean,
  setting: Setting,
): void {
  readStart(reading, span, typed, before, setting);
  if (byDuration && typed.duration !== before.duration) readDuration(reading, typed, setting);
  else readEnd(reading, span, typed, before, setting);
}

/** As if day and time of the start had been typed into their own fields: `yesterday 9:15-`. */
function begun(typed: Typed, said: When, { now, zone }: Setting): Typed {
  const date = said.day === undefined ? typed.date : dateBegun(said, now, zone);
  return { ...typed, date, start: formatExact(said.since ?? 0) };
}

function readSpan(reading: Reading, date: string, when: When, setting: Setting): void {
  const { since = 0, until, length = 0 } = when;
  if (!isDateKey(date)) {
    reading.errors.date = errors.date;
    return;
  }
  const from = nearest(date, since, reading.startedAt, setting.zone);
  reading.startedAt = touching(from, since, setting);
  if (until === undefined) {
    reading.stoppedAt = addSeconds(reading.startedAt, length);
    return;
  }
  const end = endAfter({ date, from, since }, until, setting.zone);
  if (end === undefined) reading.errors.end = errors.order;
  else reading.stoppedAt = touching(end, until, setting);
}

function readStart(reading: Reading, span: Span, typed: Typed, before: Typed, setting: Setting) {
  if (!isDateKey(typed.date)) {
    reading.errors.date = errors.date;
    return;
  }
  if (typed.start === before.start && typed.date === before.date) return;
  const seconds = secondsOf(typed.start, before.start, Date.parse(span.startedAt), setting.zone);
  if (seconds === null) reading.errors.start = errors.start;
  else reading.startedAt = placed(typed.date, seconds, span.startedAt, setting);
}

/** The time of day typed; untouched, its seconds are kept. */
function secondsOf(typed: string, before: string, instant: number, zone: string): number | null {
  if (typed !== before) return parseTimeOfDay(typed);
  const { hour, minute, second } = localTime(instant, zone);
  return (hour * 60 + minute) * 60 + second;
}

function readEnd(reading: Reading, span: Span, typed: Typed, before: Typed, setting: Setting) {
  if (reading.errors.date) return;
  const untouched = typed.end === before.end && typed.endDate === before.endDate;
  if (untouched && typed.date === before.date) return;
  if (span.stoppedAt === null && typed.end === "") return;
  const old = span.stoppedAt === null ? setting.opened : Date.parse(span.stoppedAt);
  const seconds = secondsOf(typed.end, before.end, old, setting.zone);
  if (seconds === null || !isDateKey(typed.endDate)) {
    reading.errors.end = errors.end;
    return;
  }
  const near = span.stoppedAt ?? toInstant(setting.now);
  reading.stoppedAt = placed(
    endDateOf(typed, before, seconds, reading, setting),
    seconds,
    near,
    setting,
  );
}

/** Moved with the start's date, unless it was chosen; and the next day when it would be too early. */
function endDateOf(
  typed: Typed,
  before: Typed,
  seconds: number,
  reading: Reading,
  { zone }: Setting,
): string {
  if (typed.endDate !== before.endDate) return typed.endDate;
  const days = daysBetween(before.date, before.endDate);
  if (days > 1) return addDays(typed.date, days);
  const sameDay =
    instantsOf(typed.date, seconds, zone).at(-1) ?? instantOf(typed.date, seconds, zone);
  return sameDay >= Date.parse(reading.startedAt) ? typed.date : addDays(typed.date, 1);
}

function readDuration(reading: Reading, typed: Typed, { now }: Setting): void {
  const seconds = parseLength(typed.duration);
  if (seconds === null) reading.errors.duration = errors.duration;
  else if (reading.stoppedAt === null) reading.startedAt = toInstant(now - seconds * 1000);
  else reading.stoppedAt = addSeconds(reading.startedAt, seconds);
}

const placed = (date: string, seconds: number, old: string, setting: Setting): string =>
  touching(nearest(date, seconds, old, setting.zone), seconds, setting);

/** The instant of a local time; of two, the one nearer to where it was. */
function nearest(date: string, seconds: number, old: string, zone: string): number {
  const near = Date.parse(old);
  const found = instantsOf(date, seconds, zone);
  const [first] = found.sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
  return first ?? instantOf(date, seconds, zone);
}

/** A typed minute in which another entry begins or ends means that very instant: they touch. */
function touching(instant: number, seconds: number, { boundaries }: Setting): string {
  if (seconds % 60 !== 0) return toInstant(instant);
  const minute = Math.floor(instant / 60_000);
  const isSo = (boundary: string) => Math.floor(Date.parse(boundary) / 60_000) === minute;
  return boundaries().find(isSo) ?? toInstant(instant);
}

function checkOrder({ startedAt, stoppedAt, errors: found }: Reading, { now }: Setting): void {
  if (Object.keys(found).length > 0) return;
  if (Date.parse(startedAt) > now + AHEAD_MS) found.start = errors.future;
  if (stoppedAt === null) return;
  if (Date.parse(stoppedAt) < Date.parse(startedAt)) found.end = errors.order;
  if (Date.parse(stoppedAt) > now + AHEAD_MS) found.end = errors.future;
}

/** Only what differs from before. */
export function changedFields(span: Span, reading: Reading, note: string): EntryFields {
  const { text, tags } = takeTags(note);
  return {
    ...(reading.startedAt === span.startedAt ? {} : { startedAt: reading.startedAt }),
    ...(reading.stoppedAt === span.stoppedAt || reading.stoppedAt === null
      ? {}
      : { stoppedAt: reading.stoppedAt }),
    ...noteFields(span, note, text, tags),
  };
}

function noteFields(span: Span, typed: string, text: string, tags: string[]): EntryFields {
  if (typed === noteOf(span)) return {};
  return {
    ...(text === (span.note ?? "") ? {} : { note: text }),
    ...(tags.join("\n") === span.tags.join("\n") ? {} : { tags }),
  };
}

/** The instant strictly inside a stretch that a time of day names; null when there is none. */
export function pointInside(text: string, from: number, to: number, zone: string): number | null {
  const seconds = parseTimeOfDay(text);
  if (seconds === null) return null;
  for (let date = dateOf(from, zone); date <= dateOf(to, zone); date = addDays(date, 1)) {
    const inside = instantsOf(date, seconds, zone).find((ms) => ms > from && ms < to);
    if (inside !== undefined) return inside;
  }
  return null;
}
