/** Keys as the registry writes them: `n`, `shift+n`, `mod+k`, `g t` (one after the other). */

import { words } from "../words";

export const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** What was pressed, in the registry's writing. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const name = key === " " ? "space" : key.toLowerCase();
  // A shifted sign such as ? is its own key; only letters and named keys carry the shift.
  const shift = shiftKey && (name.length > 1 || /\p{L}/u.test(name));
  return [ctrlKey || metaKey ? "mod" : "", altKey ? "alt" : "", shift ? "shift" : "", name]
    .filter(Boolean)
    .join("+");
}

/** Whether they are letters, digits or signs alone, which speech input and a hand at rest press, too. */
export const isSingle = (keys: string): boolean => /^(shift\+)?(.|space)( |$)/u.test(keys);

/** How long the first key of a sequence waits for the second. */
const SEQUENCE_MS = 1_000;

/** Turns presses into the longest sequence that is meant: `g` then `t` within a second. */
export class KeySequence {
  #first: { chord: string; at: number } | null = null;

  /** Gives the matching keys of `known`, or null; `at` in milliseconds. */
  press(chord: string, at: number, known: ReadonlySet<string>): string | null {
    const first = this.#first && at - this.#first.at < SEQUENCE_MS ? this.#first.chord : null;
    this.#first = null;
    if (first !== null && known.has(`${first} ${chord}`)) return `${first} ${chord}`;
    if ([...known].some((keys) => keys.startsWith(`${chord} `))) this.#first = { chord, at };
    return known.has(chord) ? chord : null;
  }
}

const NAMES: Record<string, string> = {
  ...words.help.caps,
  ...(isApple ? { mod: "⌘", alt: "⌥", shift: "⇧" } : {}),
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
};

/** For reading: one list of key caps for each press of a sequence. */
export const capsOf = (keys: string): string[][] =>
  // `mod++` ends with the key itself.
  keys
    .split(" ")
    .map((chord) => chord.split(/\+(?=.)/).map((key) => NAMES[key] ?? key.toUpperCase()));

/** The same as a text: `Ctrl+K`, `G then T`. */
export const textOf = (keys: string): string =>
  capsOf(keys)
    .map((caps) => caps.join("+"))
    .join(` ${words.help.next} `);
