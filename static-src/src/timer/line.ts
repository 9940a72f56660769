/**
 * The one line to start from: `project › category: note #tag #"two words" 9:00-10:30`. Everything
 * but a name may be left out; the separators may, too, when the names are known. Times are those
 * of `time/spoken.ts`.
 */

import { parseSpoken, type When } from "../time/spoken";

export interface Line {
  /** Names and note, still together. */
  text: string;
  tags: string[];
  /** Null when no time was typed. */
  when: When | null;
  /** What was typed for the time and is no longer in the text. */
  taken: string;
}

/** In quotes with a space in it, and a quote in it twice. */
const TAG = /(?<=^|\s)#(?:"((?:[^"]|"")+)"|([^\s#"]+))/gu;
const PATH = /[›>]/u;

/** The tags in a text, each once, and the text without them. */
export function takeTags(text: string): { text: string; tags: string[] } {
  const tags = [...text.matchAll(TAG)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? "").trim(),
  );
  const rest = text.replace(TAG, " ").replace(/\s+/gu, " ").trim();
  return { text: rest, tags: [...new Set(tags.filter(Boolean))] };
}

export const writeTag = (tag: string): string =>
  /[\s#"]/u.test(tag) ? `#"${tag.replaceAll('"', '""')}"` : `#${tag}`;

/** Note and tags as they are typed. */
export const writeNote = (note: string, tags: string[]): string =>
  [note, ...tags.map(writeTag)].filter(Boolean).join(" ");

export function parseLine(typed: string): Line {
  const { text, tags } = takeTags(typed);
  return { tags, ...parseSpoken(text, { hoursFirst: PATH.test(text) }) };
}

/** The same, with its times as text: for a name or a note that only looks like one. */
export const untimed = (typed: string): Line => ({ ...takeTags(typed), when: null, taken: "" });

const LAST_TAG = /(?<=^|\s)#([^\s#"]+)$/u;

/** The line with the tag that is being typed written out; null when none begins like it. */
export function completeTag(line: string, tags: readonly { name: string; entries: number }[]) {
  const typed = LAST_TAG.exec(line)?.[1]?.toLowerCase();
  if (typed === undefined) return null;
  const known = tags
    .filter(({ name }) => name.toLowerCase().startsWith(typed) && name.length > typed.length)
    .sort((a, b) => b.entries - a.entries)[0];
  return known ? `${line.replace(LAST_TAG, writeTag(known.name))} ` : null;
}
