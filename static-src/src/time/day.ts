/**
 * A day by itself, as people type it to get there: `yesterday`, `last Monday`, `2026-03-14`, `14.3.`,
 * `14 March`, in all languages of `tongues.ts`. Without a year it is the last such day.
 */

import { addDays, type DateKey, isDateKey } from "./dates";
import { dayOf } from "./grammar";
import { dateOfDay } from "./resolve";
import { TONGUES, type Tongue } from "./tongues";
import { dateOf } from "./zone";

const EARLIEST = "1970-01-01";

/** Null when the text is none, or one that is still to come. */
export function parseDay(typed: string, now: number, zone: string): DateKey | null {
  const text = typed.trim().toLowerCase().replace(/\s+/gu, " ");
  const today = dateOf(now, zone);
  const date = named(text, now, zone) ?? numbered(text, today) ?? withMonth(text, today);
  return date !== null && date >= EARLIEST && date <= today ? date : null;
}

function named(text: string, now: number, zone: string): DateKey | null {
  const [last, on] = [after("last", text), after("on", text)];
  const day = dayOf(last ?? on ?? text, TONGUES);
  if (day === null) return null;
  const date = dateOfDay(day, now, zone);
  const isToday = typeof day === "object" && "weekday" in day && date === dateOf(now, zone);
  return last !== null && isToday ? addDays(date, -7) : date;
}

/** What follows one of the words. */
function after(key: "last" | "on", text: string): string | null {
  const words = TONGUES.flatMap((tongue: Tongue) => tongue[key]);
  const word = words.find((one) => text.startsWith(`${one} `));
  return word === undefined ? null : text.slice(word.length + 1);
}

/** `14.3.`, `14.3.2026`, `14.03.26` */
function numbered(text: string, today: DateKey): DateKey | null {
  const [, day = "", month = "", year = ""] =
    /^(\d{1,2})\.\s?(\d{1,2})\.?\s?(\d{4}|\d{2})?$/u.exec(text) ?? [];
  return day ? dateFrom(day, Number(month), year, today) : null;
}

const MONTHS = ["en", "de"].flatMap((language) =>
  (["long", "short"] as const).map((month) => {
    const { format } = new Intl.DateTimeFormat(language, { month, timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, index) => bare(format(Date.UTC(2000, index))));
  }),
);

/** `Mär`, `Sept.` and `Sep` are months, too. */
function bare(name: string): string {
  return name.toLowerCase().replace(/\.$/u, "");
}

/** `14 March`, `14. März 2026`, `March 14, 2026` */
function withMonth(text: string, today: DateKey): DateKey | null {
  const found =
    /^(?<day>\d{1,2})(?:\.|st|nd|rd|th)? (?<month>\p{L}+\.?),?(?: (?<year>\d{4}))?$/u.exec(text) ??
    /^(?<month>\p{L}+\.?) (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/u.exec(text);
  const { day = "", month = "", year = "" } = found?.groups ?? {};
  const number = MONTHS.map((names) => names.indexOf(bare(month))).find((index) => index >= 0);
  return number === undefined ? null : dateFrom(day, number + 1, year, today);
}

const two = (number: number | string): string => String(number).padStart(2, "0");

/** Without a year the last one in which there was such a day: the 29th of February is rare. */
function dateFrom(day: string, month: number, year: string, today: DateKey): DateKey | null {
  const rest = `-${two(month)}-${two(day)}`;
  const written = year.length === 2 ? `20${year}` : year;
  if (written) return isDateKey(written + rest) ? written + rest : null;
  const present = Number(today.slice(0, 4));
  const years = Array.from({ length: 9 }, (_, back) => present - back);
  return years.map((one) => `${one}${rest}`).find((one) => isDateKey(one) && one <= today) ?? null;
}
