/** From the groups of a pattern to what they say, and whether a line may mean it. */

import { parseTimeOfDay } from "./clock";
import { parseDuration } from "./duration";
import type { Day, FormName, Grammar } from "./grammar";

/**
 * What was said, in one of four ways: since (and it still runs), since and until, since and for so
 * long, or only for so long. All in seconds; times of day since local midnight.
 */
export interface When {
  /** Left out when none was said. */
  day?: Day;
  since?: number;
  /** Before `since` when it is on the next day. */
  until?: number;
  length?: number;
}

export interface Said {
  name: FormName;
  when: When;
  clocks: Clock[];
  /** What stands between two times of day, or after an open one. */
  link: string;
  /** A word such as `from` or `for` announced it. */
  announced: boolean;
}

interface Clock {
  /** Only an hour, which any number up to 24 could be. */
  bare: boolean;
  /** Four digits that could be a year of our time. */
  year: boolean;
}

/** Where in a line it stands, and beside what. */
export interface Around {
  place: "alone" | "last" | "first";
  before: string;
  after: string;
  hoursFirst: boolean;
}

export type Groups = Partial<Record<string, string>>;

const DAY = 86_400;
const HALF_DAY = DAY / 2;

export function read(name: FormName, groups: Groups, known: Grammar): Said | null {
  const day = readDay(groups, known);
  const times = readTimes(groups, known);
  if (day === null || times === null) return null;
  const said = [groups.since, groups.until].filter((text) => text !== undefined);
  return {
    name,
    when: { ...(day === undefined ? {} : { day }), ...times },
    clocks: said.map(clockOf),
    link: groups.link ?? "",
    announced: groups.from !== undefined,
  };
}

/** Undefined when none was said, null when it is none or there are two. */
function readDay({ before, within, after }: Groups, known: Grammar): Day | null | undefined {
  const [word, second] = [before, within, after].filter((text) => text !== undefined);
  if (word === undefined) return undefined;
  return second === undefined ? known.dayOf(word) : null;
}

function readTimes({ since, until, length }: Groups, known: Grammar): Omit<When, "day"> | null {
  const seconds = length === undefined ? undefined : secondsIn(length, known);
  if (seconds === null) return null;
  const lasting = seconds === undefined ? {} : { length: seconds };
  if (since === undefined) return lasting;
  const bare = (text: string): string => text.replace(known.oclock, "");
  const times = until === undefined ? readings(bare(since)) : closest(bare(since), bare(until));
  const [from, to] = times;
  if (from === undefined || from === DAY) return null;
  if (until === undefined) return { since: from, ...lasting };
  return to === undefined ? null : { since: from, until: to };
}

/** A length that a day can hold, from words or letters; null when it is none. */
export function secondsIn(length: string, known: Grammar): number | null {
  const seconds = parseDuration(known.withLetters(length));
  return seconds !== null && seconds > 0 && seconds <= DAY ? seconds : null;
}

const HALF = /[ap]\.?\s?m\.?$/iu;

/** The time of day in a text, or what it is in either half of the day when that isn't said. */
function readings(text: string, open = false): number[] {
  const halves = open && !HALF.test(text) ? [`${text}am`, `${text}pm`] : [];
  const both = halves.flatMap((half) => parseTimeOfDay(half) ?? []);
  const asTyped = parseTimeOfDay(text);
  return both.length > 0 || asTyped === null ? both : [asTyped];
}

/** `9-10pm`, `11-1pm`, `9am-5`: a half said once holds so that the span is the shortest. */
function closest(since: string, until: string): number[] {
  const open = HALF.test(since) !== HALF.test(until);
  const spans = readings(since, open).flatMap((from) =>
    readings(until, open).map((to): [number, number] => [from, to]),
  );
  return spans.toSorted((a, b) => lasting(a) - lasting(b))[0] ?? [];
}

const lasting = ([from, to]: [number, number]): number => (to - from + DAY) % DAY || DAY;

function clockOf(text: string): Clock {
  const year = /^\d{4}$/u.test(text) && Number(text) >= 1900 && Number(text) < 2060;
  return { bare: /^\d{1,2}$/u.test(text), year };
}

/** Whether a line means a time by this, and not a score, a year or a distance. */
export function isMeant(said: Said, around: Around, known: Grammar): boolean {
  const { name, when, clocks, announced } = said;
  if (name === "length") return announced || isLength(around, known);
  if (name === "open") return isOpen(said, around);
  if (when.day !== undefined || around.place === "alone") return true;
  if (clocks.every(({ year }) => year)) return false;
  if (announced) return true;
  return name === "span" ? isSpan(said, around) : !clocks.some(({ bare }) => bare);
}

const isLength = ({ place, before }: Around, { endsElsewhen }: Grammar): boolean =>
  place !== "last" || !endsElsewhen.test(before);

/** One number is no time; and a dash between spaces only joins, unless it ends the line. */
function isOpen({ when, clocks, link }: Said, { place }: Around): boolean {
  const bare = clocks.some((clock) => clock.bare);
  if (/\s/u.test(link) && (bare || place === "first")) return false;
  return when.day !== undefined || !(bare || clocks.some(({ year }) => year));
}

/** Bare hours touch the dash between them, and what they span is no more than half a day. */
function isSpan({ clocks, link, when }: Said, { place, after, hoursFirst }: Around): boolean {
  const { since = 0, until = 0 } = when;
  if (clocks.some(({ bare }) => bare) && /\s/u.test(link)) return false;
  if (!clocks.every(({ bare }) => bare)) return true;
  if (since === until || lasting([since, until]) > HALF_DAY) return false;
  // `2-3 people`
  return place === "last" || hoursFirst || /^[,;:]/u.test(after);
}
