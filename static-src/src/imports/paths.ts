/** Where time goes, as it is typed: names with a sign between them. Pure. */

import { SEPARATOR } from "../store/tree";
import type { Going, Import } from "./calls";

export const pathText = (names: readonly string[]): string => names.join(SEPARATOR);

/** `Home › Garden`, also with `>`; what is there is found as it is called, signs and all. */
export function namesIn(text: string, known: readonly (readonly string[])[]): string[] {
  const typed = text.trim();
  const found = known.find((names) => pathText(names) === typed);
  if (found) return [...found];
  return typed
    .split(/[›>]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, at) => name === other[at]);

/** All that was chosen of where time goes, with another place for one path of the file. */
export function sentTo({ choices }: Import, from: string[], to: string[] | null) {
  const others = choices.places.filter((place) => !same(place.from, from));
  return { places: [...others, { from, to }] };
}

/** The names that will be made. */
export const madeFor = ({ to, missing }: Going): string[] =>
  missing > 0 ? (to ?? []).slice(-missing) : [];
