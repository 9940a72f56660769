/**
 * The one line to start from: `project › category: note #tag #"two words" 9:00-10:30`. Everything
 * but a name may be left out; the separators may, too, when the names are known.
 */

import { parseTimeOfDay } from "../time/clock";

export interface Line {
  /** Names and note, still together. */
  text: string;
  tags: string[];
  /** Seconds since local midnight: `9:15-` began then and still runs, `9:15-10:00` is over. */
  since?: number;
  until?: number;
}

const TAG = /(?<=^|\s)#(?:"([^"]+)"|([^\s#"]+))/gu;
const TIME = String.raw`\d{1,2}[:.]\d{2}(?:\s?[ap]m)?`;
const SPAN = new RegExp(String.raw`(?:^|\s)(${TIME})\s?[-–](?:\s?(${TIME}))?\s*$`, "iu");

/** The tags in a text, each once, and the text without them. */
export function takeTags(text: string): { text: string; tags: string[] } {
  const tags = [...text.matchAll(TAG)].map(([, quoted, plain]) => (quoted ?? plain ?? "").trim());
  const rest = text.replace(TAG, " ").replace(/\s+/gu, " ").trim();
  return { text: rest, tags: [...new Set(tags.filter(Boolean))] };
}

export const writeTag = (tag: string): string => (/[\s#"]/u.test(tag) ? `#"${tag}"` : `#${tag}`);

/** Note and tags as they are typed. */
export const writeNote = (note: string, tags: string[]): string =>
  [note, ...tags.map(writeTag)].filter(Boolean).join(" ");

export function parseLine(typed: string): Line {
  const { text, tags } = takeTags(typed);
  const span = SPAN.exec(text);
  const since = span ? parseTimeOfDay(span[1] ?? "") : null;
  if (!span || since === null) return { text, tags };
  const until = span[2] ? parseTimeOfDay(span[2]) : null;
  const rest = text.slice(0, span.index).trim();
  return { text: rest, tags, since, ...(until === null ? {} : { until }) };
}
