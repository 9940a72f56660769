/** Arrow keys through one row of buttons of which Tab reaches one. */

import type { KeyboardEvent } from "react";

const STEPS: Record<string, (index: number, count: number) => number> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Where a key leads, or null when it leads nowhere. */
export function rove(key: string, index: number, count: number): number | null {
  const step = STEPS[key];
  return step && count > 0 ? step(index, count) : null;
}

/** The next one, round and round, whose name begins with a letter; -1 when none does. */
export function beginningWith(letter: string, names: readonly string[], index: number): number {
  // Other keys have names.
  if ([...letter].length !== 1) return -1;
  const wanted = letter.toLocaleLowerCase();
  const fits = names.map((name) => name.trim().toLocaleLowerCase().startsWith(wanted));
  const after = fits.indexOf(true, index + 1);
  return after < 0 ? fits.indexOf(true) : after;
}

/** To be called by what is around the buttons. */
export function walk(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const next = rove(event.key, buttons.indexOf(event.target as HTMLButtonElement), buttons.length);
  if (next === null) return;
  event.preventDefault();
  // The page has its own use for the arrows.
  event.stopPropagation();
  buttons[next]?.focus();
}
