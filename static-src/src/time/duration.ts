/** Lengths of time, in whole seconds, as people type and read them. */

const CLOCK = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?$/;
const UNITS =
  /^(?:(\d+(?:[.,]\d+)?)\s*h)?\s*(?:(\d+(?:[.,]\d+)?)\s*m(?:in)?|(\d{1,2})(?!\d))?\s*(?:(\d+)\s*s)?$/;
const DECIMAL = /^\d*[.,]\d+$/;

const number = (text: string | undefined): number => Number((text ?? "0").replace(",", "."));

/**
 * Seconds from `1:30`, `1:30:15`, `90m`, `1.5h`, `1h 30m`, `1h30`, `1.5` (hours) or `90`
 * (minutes); null when the text is none of them.
 */
export function parseDuration(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const clock = CLOCK.exec(typed);
  if (clock) return fromClock(clock);
  if (DECIMAL.test(typed)) return Math.round(number(typed) * 3600);
  if (/^\d+$/.test(typed)) return Number(typed) * 60;
  const units = UNITS.exec(typed);
  if (!units || typed === "") return null;
  const [, hours, minutes, bareMinutes, seconds] = units;
  return Math.round(number(hours) * 3600 + number(minutes ?? bareMinutes) * 60 + number(seconds));
}

function fromClock([, hours, minutes, seconds = "0"]: RegExpExecArray): number | null {
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

const two = (value: number): string => String(value).padStart(2, "0");

/** `h:mm`, to the nearest minute. */
export function formatDuration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}

/**
 * How long an entry reads beside its times, from instants: `17:57–17:57` is 0:00, whatever its
 * seconds. Beyond one minute it is what was worked, rounded, as sums and reports count it; taken
 * from the times as shown it would differ from the day's sum by a minute in every fourth row.
 */
export function shownDuration(from: number, to: number): string {
  const minute = (ms: number): number => Math.floor(ms / 60_000);
  return formatDuration(minute(from) === minute(to) ? 0 : (to - from) / 1000);
}

/** `h:mm:ss`, for the running clock and for exact values. */
export function formatExact(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
