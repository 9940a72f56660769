/**
 * The words that people say times with, by language. All languages are understood at once, whatever
 * the page speaks: a word goes in only when it means nothing else in the others.
 */

export interface Tongue {
  /** Since then, and still running. */
  since: readonly string[];
  /** From then until … or for …: `from 9 to 10`, `at 9 for 1h`. */
  from: readonly string[];
  to: readonly string[];
  for: readonly string[];
  /** Before a day: `on Monday`. */
  on: readonly string[];
  /** Before a weekday: the one before today. */
  last: readonly string[];
  /** After an hour: `9 o'clock`. */
  oclock: readonly string[];
  /** Names of today, of yesterday, and so on back. */
  ago: readonly (readonly string[])[];
  /** Monday to Sunday; a full stop may follow. */
  weekdays: readonly (readonly string[])[];
  hours: readonly string[];
  minutes: readonly string[];
  /** Between both: `1 hour and 30 minutes`. */
  and: readonly string[];
  /** Before a length these tell something else: `in 45m`, `every 2h`. */
  elsewhen: readonly string[];
}

const en: Tongue = {
  since: ["since"],
  from: ["from", "at"],
  to: ["to", "till", "until"],
  for: ["for"],
  on: ["on"],
  last: ["last"],
  oclock: ["o'clock", "o’clock"],
  ago: [["today"], ["yesterday"]],
  weekdays: [
    ["monday", "mon"],
    ["tuesday", "tues", "tue"],
    ["wednesday", "wed"],
    ["thursday", "thurs", "thur", "thu"],
    ["friday", "fri"],
    ["saturday", "sat"],
    ["sunday", "sun"],
  ],
  hours: ["hours", "hour", "hrs", "hr"],
  minutes: ["minutes", "minute", "mins", "min"],
  and: ["and"],
  elsewhen: ["in", "every", "each", "after", "before", "within", "per", "than", "under", "of"],
};

const de: Tongue = {
  since: ["seit"],
  from: ["von", "ab", "um"],
  to: ["bis"],
  for: ["für", "fuer"],
  on: ["am"],
  last: ["letzten", "letzter", "letzte"],
  oclock: ["uhr"],
  ago: [["heute"], ["gestern"], ["vorgestern"]],
  weekdays: [
    ["montag", "mo"],
    ["dienstag", "di"],
    ["mittwoch", "mi"],
    // `do` and `so` are words in English: things to do 9-10.
    ["donnerstag", "do."],
    ["freitag", "fr"],
    ["samstag", "sonnabend", "sa"],
    ["sonntag", "so."],
  ],
  hours: ["stunden", "stunde", "std"],
  minutes: ["minuten", "minute", "min"],
  and: ["und"],
  elsewhen: ["in", "alle", "jede", "nach", "vor", "innerhalb", "pro", "als", "unter"],
};

export const TONGUES: readonly Tongue[] = [en, de];
