/** The start field: what is typed into it, outside of the component, so that a screen may offer it. */

import { create } from "zustand";
import type { Failure } from "../api/errors";
import { keepDraft } from "../store/drafts";
import { inform, type NoticeAction } from "../ui/notices";
import { words } from "../words";

export const START_FIELD = "start-line";

interface Line {
  line: string;
  /** Why what is in it was refused; empty once something else is typed. */
  problem: string;
  /** What would make it possible. */
  ways: NoticeAction[];
  /** What the server said. */
  failure?: Failure | undefined;
  /** Enter was pressed before it could be done. */
  pressed: boolean;
}

export const useLine = create<Line>(() => ({ line: "", problem: "", ways: [], pressed: false }));

export const setLine = (line: string): void =>
  useLine.setState({ line, problem: "", ways: [], failure: undefined, pressed: false });

useLine.subscribe(
  keepDraft("line", {
    present: () => useLine.getState().line || null,
    adopt(left) {
      if (left === null) setLine("");
      else if (useLine.getState().line === "") setLine(String(left));
    },
  }),
);

/** In place of what is typed, which can be had back for a moment. */
export function replaceLine(next: string): void {
  const { line } = useLine.getState();
  setLine(next);
  if (line.trim() === "" || line === next) return;
  inform(words.editor.cancelled, [{ label: words.undo.undo, run: () => setLine(line) }]);
}

const PATIENCE_MS = 3_000;

/** At once, or what is typed next would be taken for commands; later if the screen has to appear. */
export function focusField(id: string, until = performance.now() + PATIENCE_MS): void {
  const field = document.getElementById(id);
  if (field) field.focus();
  else if (performance.now() < until) requestAnimationFrame(() => focusField(id, until));
}
