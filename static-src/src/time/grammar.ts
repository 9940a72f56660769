/** The patterns of `spoken.ts`, put together from the words of languages. */

import { type DateKey, isDateKey, type Weekday } from "./dates";
import type { Tongue } from "./tongues";

/** A date, so many days ago, or the last such weekday. */
export type Day = DateKey | { ago: number } | { weekday: Weekday };

export type FormName = "span" | "open" | "since" | "timed" | "length";

/** One way to say a time, where it may stand. Its groups are named after what they hold. */
export interface Form {
  name: FormName;
  alone: RegExp;
  last: RegExp;
  first: RegExp;
}

export interface Grammar {
  forms: Form[];
  dayOf(word: string): Day | null;
  /** The text ends with a word after which a length is no time: `in`, `every`. */
  endsElsewhen: RegExp;
  /** A length with `h` and `m` for its units, as `parseDuration` knows them. */
  withLetters(length: string): string;
  oclock: RegExp;
}

type List = Exclude<keyof Tongue, "ago" | "weekdays">;

export function grammar(tongues: readonly Tongue[]): Grammar {
  const list = (key: List): string => oneOf(tongues.flatMap((tongue) => tongue[key]));
  return {
    forms: formsOf(tongues, list),
    dayOf: (word) => dayOf(word.toLowerCase(), tongues),
    endsElsewhen: pattern(String.raw`(?<=^|\s)${list("elsewhen")}\s*$`),
    withLetters: lettersFor(list),
    oclock: pattern(String.raw`\s?${list("oclock")}$`),
  };
}

const pattern = (source: string): RegExp => new RegExp(source, "iu");
const escaped = (word: string): string => word.replace(/[.*+?^$()[\]{}|\\]/gu, "\\$&");

/** One of the words, the longest that fits; never, when there are none. */
function oneOf(words: readonly string[]): string {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return words.length > 0 ? `(?:${longestFirst.map(escaped).join("|")})` : "(?!)";
}

const DASH = "[-–—−]";

type Named = (group: string) => string;

function formsOf(tongues: readonly Tongue[], list: (key: List) => string): Form[] {
  const { day, ago } = daysOf(tongues, list);
  const within = String.raw`(?:${day("within")},?\s+)?`;
  const from = (words: string): string => String.raw`(?:(?<from>${words})\s+)?`;
  const [since, until] = [clock("since", list), clock("until", list)];
  const link = String.raw`(?<link>\s?${DASH}\s?|\s+${list("to")}\s+)`;
  const begins = `(?:${list("from")}|${list("since")})`;
  const lasts = String.raw`${list("for")}\s+${length(list)}`;
  return [
    form("span", `${from(list("from"))}${within}${since}${link}${until}`, day),
    form("open", String.raw`${since}(?<link>\s?${DASH})`, day),
    form("since", String.raw`(?<from>${list("since")})\s+${within}${since}`, day),
    form("timed", String.raw`${from(begins)}${within}${since}\s+${lasts}`, day),
    form("length", `${from(list("for"))}${length(list)}`, ago),
  ];
}

/** Beside a length alone only days ago: `Monday 2h` may be work for Monday. */
function daysOf(tongues: readonly Tongue[], list: (key: List) => string) {
  const [back, weekdays] = [
    oneOf(tongues.flatMap(({ ago }) => ago.flat())),
    oneOf(tongues.flatMap((tongue) => tongue.weekdays.flat())),
  ];
  const day: Named = (group) =>
    String.raw`(?:${list("on")}\s+)?(?<${group}>\d{4}-\d{2}-\d{2}|${back}|${weekdays}\.?)`;
  const ago: Named = (group) => `(?<${group}>${back})`;
  return { day, ago };
}

/**
 * A day after the time belongs to it at the line's end only: `9-10 Monday meeting`. After an open
 * one it doesn't: in `alarm 9:15 - yesterday` the dash only joins.
 */
function form(name: FormName, said: string, day: Named): Form {
  const before = String.raw`(?:${day("before")},?\s+)?`;
  const after = name === "open" ? "" : String.raw`(?:,?\s+${day("after")})?`;
  return {
    name,
    alone: pattern(`^${before}${said}${after}$`),
    last: pattern(String.raw`(?<=^|[\s,;])${before}${said}${after}$`),
    first: pattern(String.raw`^${before}${said}(?=[\s,;]|:\s|:?$)`),
  };
}

const clock = (group: string, list: (key: List) => string): string =>
  String.raw`(?<${group}>(?:\d{4}|\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?)` +
  String.raw`(?:\s?[ap](?:m|\.\s?m\.))?(?:\s?${list("oclock")})?)`;

/** `100 m` is a distance: the letter for minutes has to touch its number. */
function length(list: (key: List) => string): string {
  const minutes = String.raw`(?:m|\s?${list("minutes")}\.?)`;
  const rest = String.raw`\d{1,2}${minutes}?|\s(?:${list("and")}\s)?\d{1,2}${minutes}`;
  const hours = String.raw`\d{1,4}(?:[.,:]\d{1,2})?\s?(?:${list("hours")}\.?|h)(?:${rest})?`;
  return String.raw`(?<length>${hours}|\d{1,4}${minutes})`;
}

function lettersFor(list: (key: List) => string): (length: string) => string {
  const hours = pattern(String.raw`\s?${list("hours")}\.?`);
  const minutes = pattern(String.raw`\s?${list("minutes")}\.?`);
  const and = pattern(String.raw`\s${list("and")}\s`);
  return (length) => {
    const said = length.replace(and, " ").replace(hours, "h").replace(minutes, "m");
    return said.replace(/^(\d+:\d+)\s?h$/iu, "$1");
  };
}

/** The day that a word names by itself; it is in lower case. */
export function dayOf(word: string, tongues: readonly Tongue[]): Day | null {
  if (/^\d/u.test(word)) return isDateKey(word) ? word : null;
  const isIt = (name: string): boolean => name === word || `${name}.` === word;
  for (const { ago, weekdays } of tongues) {
    const back = ago.findIndex((names) => names.some(isIt));
    if (back >= 0) return { ago: back };
    const weekday = weekdays.findIndex((names) => names.some(isIt));
    if (weekday >= 0) return { weekday: (weekday + 1) as Weekday };
  }
  return null;
}
