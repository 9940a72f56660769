/** The start field: what is typed into it, outside of the component, so that a screen may offer it. */

import { create } from "zustand";
import type { NoticeAction } from "../ui/notices";

export const START_FIELD = "start-line";

interface Line {
  line: string;
  /** Why what is in it was refused; empty once something else is typed. */
  problem: string;
  /** What would make it possible. */
  ways: NoticeAction[];
  /** Enter was pressed before it could be done. */
  pressed: boolean;
}

export const useLine = create<Line>(() => ({ line: "", problem: "", ways: [], pressed: false }));

export const setLine = (line: string): void =>
  useLine.setState({ line, problem: "", ways: [], pressed: false });

/** At once, or what is typed next would be taken for commands; later if the screen has to appear. */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  if (field) field.focus();
  else requestAnimationFrame(() => document.getElementById(id)?.focus());
}
