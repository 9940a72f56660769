/**
 * Times as people say them, for the line to start from and for the editor: `9-10:15`, `since 9`,
 * `for 1h`, `yesterday 14:00 for 1h`, `mon 9-10`, in all languages of `tongues.ts`.
 *
 * In a line they stand at its end or its beginning; what is in its middle is text. What could be
 * both, as `pages 9-10`, is a time at the end, because the line is read aloud before it counts;
 * whoever means the pages ends the line with a full stop or puts them in quotes or brackets.
 */

import { parseDuration } from "./duration";
import { type Form, type Grammar, grammar } from "./grammar";
import { type Around, isMeant, read, secondsIn, type When } from "./said";
import { TONGUES, type Tongue } from "./tongues";

export type { Day } from "./grammar";
export type { When } from "./said";

export interface Spoken {
  /** What is left. */
  text: string;
  when: When | null;
  /** What was taken out for it, as it was typed. */
  taken: string;
}

export interface Listener {
  /** `hoursFirst`: bare hours count at the beginning, too, because what follows is a path. */
  parseSpoken(text: string, options?: { hoursFirst?: boolean }): Spoken;
  /** The whole text is a time, as in a field for it: nothing in it could be something else. */
  parseWhen(text: string): When | null;
  /** A length by itself, in words or as in `parseDuration`. */
  parseLength(text: string): number | null;
}

interface Found {
  when: When;
  from: number;
  to: number;
}

type Place = Around["place"];

export function listener(tongues: readonly Tongue[]): Listener {
  const known = grammar(tongues);
  const find = (text: string, place: Place, hoursFirst = false): Found | null =>
    known.forms
      .flatMap((form) => match(text, form, place, hoursFirst, known) ?? [])
      .reduce<Found | null>(longer, null);
  return {
    parseSpoken: (typed, { hoursFirst } = {}) => {
      const text = typed.trim();
      const found = find(text, "alone") ?? find(text, "last") ?? find(text, "first", hoursFirst);
      return found ? cut(text, found) : { text, when: null, taken: "" };
    },
    parseWhen: (text) => find(text.trim(), "alone")?.when ?? null,
    parseLength: (text) => parseDuration(text) ?? secondsIn(text.trim(), known),
  };
}

export const { parseSpoken, parseWhen, parseLength } = listener(TONGUES);

const longer = (best: Found | null, next: Found): Found =>
  best && best.to - best.from >= next.to - next.from ? best : next;

function match(
  text: string,
  form: Form,
  place: Place,
  hoursFirst: boolean,
  known: Grammar,
): Found | null {
  const found = form[place].exec(text);
  if (!found) return null;
  const [from, to] = [found.index, found.index + found[0].length];
  const said = read(form.name, found.groups ?? {}, known);
  const around = { place, before: text.slice(0, from), after: text.slice(to), hoursFirst };
  return said && isMeant(said, around, known) ? { when: said.when, from, to } : null;
}

/** What joined the time to the text goes, too. */
function cut(text: string, { when, from, to }: Found): Spoken {
  const before = text.slice(0, from).replace(/[\s,;]+$|\s[-–—]\s*$/u, "");
  const after = text.slice(to).replace(/^(?:[\s,;:]|[-–—](?=\s))+/u, "");
  return { text: before + after, when, taken: text.slice(from, to) };
}
