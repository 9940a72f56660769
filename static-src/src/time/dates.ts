/** Calendar arithmetic on local dates written `YYYY-MM-DD`. No zone is involved: a date is a name. */

export type DateKey = string;
/** 1 (Monday) to 7 (Sunday), as the server's `weekStart`. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
const key = (utcMs: number): DateKey => new Date(utcMs).toISOString().slice(0, 10);
const utc = (date: DateKey): number => Date.parse(`${date}T00:00:00Z`);

/** Of a year that anybody means: two digits typed for one are none, and after 9999 there is no key. */
export const isDateKey = (text: string): boolean =>
  /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(utc(text)) &&
  key(utc(text)) === text;

export const addDays = (date: DateKey, days: number): DateKey => key(utc(date) + days * DAY_MS);

export const daysBetween = (from: DateKey, to: DateKey): number =>
  Math.round((utc(to) - utc(from)) / DAY_MS);

export const weekday = (date: DateKey): Weekday =>
  (new Date(utc(date)).getUTCDay() || 7) as Weekday;

export const startOfWeek = (date: DateKey, weekStart: Weekday): DateKey =>
  addDays(date, -((weekday(date) - weekStart + 7) % 7));

export const startOfMonth = (date: DateKey): DateKey => `${date.slice(0, 7)}-01`;

/** The first day of the month `months` away from the one that holds `date`. */
export function addMonths(date: DateKey, months: number): DateKey {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return key(Date.UTC(year, month - 1 + months, 1));
}

export function startOfQuarter(date: DateKey): DateKey {
  const month = Number(date.slice(5, 7));
  return addMonths(date, -((month - 1) % 3));
}

export const startOfYear = (date: DateKey): DateKey => `${date.slice(0, 4)}-01-01`;

/** Every date of the half-open range `[from, to)`. */
export function eachDay(from: DateKey, to: DateKey): DateKey[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, i) => addDays(from, i));
}
