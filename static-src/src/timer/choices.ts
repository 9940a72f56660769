/** What a field for a category, and nothing else, can be given. */

import { type Choice, creationsFor, existingFor, type Known, MOST } from "./offers";

/** What the whole text names: what exists, then what could be made of it. */
export function choicesFor(text: string, known: Known): Choice[] {
  const whole = ({ note }: Choice): boolean => note === "";
  const existing = existingFor(text, known).filter(whole);
  return [...existing.slice(0, MOST), ...creationsFor(text, known).filter(whole)];
}
