/**
 * Which entry is open for editing, and what is typed into it: kept outside of the editor, so that
 * neither another screen nor a closed tab loses it.
 */

import { create } from "zustand";
import type { Failure } from "../api/errors";
import { onSessionEnd } from "../store/session";
import type { DateKey } from "../time/dates";
import type { NoticeAction } from "../ui/notices";
import type { Span, Typed } from "./edit";
import type { Creation } from "./offers";

export type Field = "category" | "split" | keyof Typed;

export interface Draft {
  /** The entry as the person saw it: what came since is not theirs to undo. */
  seen: Span;
  typed: Typed;
  /** The length was typed after the end. */
  byDuration: boolean;
  categoryId: string | undefined;
  /** Chosen instead, to be made when it is saved. */
  making?: Creation | undefined;
  /** A part of a name, of which none was chosen yet. */
  typing: boolean;
  /** When the fields were filled, in milliseconds. */
  opened: number;
}

export interface Editing {
  /** The entry's identifier, or `new` for one that doesn't exist yet. */
  id: string;
  /** The day in whose list it is open: an entry over midnight stands in several. */
  date: DateKey;
  focus: Field;
  /** The stretch that a new entry begins with. */
  span?: Span;
  draft?: Draft;
  /** Something was typed: it is kept when the tab is closed. */
  touched?: boolean;
  /** How often it was to be saved and couldn't be as it is: the reasons are shown. */
  tried?: number;
  /** It is longer than anybody works, and the person was asked about that. */
  doubted?: boolean;
}

/** Why the server did not take it as it is, until something else is typed. */
export interface Problem {
  field: Field;
  text: string;
  /** What would make it possible. */
  ways: NoticeAction[];
  failure: Failure | undefined;
}

interface Editor {
  editing: Editing | null;
  problem: Problem | null;
}

const STORED = "clockwork.editing";

function parse(text: string | null): Editing | null {
  try {
    const editing = JSON.parse(text ?? "null");
    return typeof editing?.id === "string" && editing.draft ? editing : null;
  } catch {
    return null;
  }
}

/** What this tab had open before it was loaded again, or another when it was closed. */
function left(): Editing | null {
  const here = parse(sessionStorage.getItem(STORED));
  const closed = here ?? parse(localStorage.getItem(STORED));
  localStorage.removeItem(STORED);
  return closed;
}

export const useEditor = create<Editor>(() => ({ editing: left(), problem: null }));

useEditor.subscribe(({ editing }) => {
  if (editing?.touched) sessionStorage.setItem(STORED, JSON.stringify(editing));
  else sessionStorage.removeItem(STORED);
});
addEventListener("pagehide", () => {
  const { editing } = useEditor.getState();
  if (editing?.touched) localStorage.setItem(STORED, JSON.stringify(editing));
});

onSessionEnd(() => {
  setEditing(null);
  localStorage.removeItem(STORED);
});

export const useEditing = (): Editing | null => useEditor(({ editing }) => editing);

export const setEditing = (editing: Editing | null, problem: Problem | null = null): void =>
  useEditor.setState({ editing, problem });

/** What the fields begin with. */
export function beginDraft(draft: Draft): void {
  const { editing } = useEditor.getState();
  if (editing) setEditing({ ...editing, draft });
}

/** Something was typed. */
export function setDraft(draft: Draft): void {
  const { editing } = useEditor.getState();
  if (editing) setEditing({ ...editing, draft, touched: true });
}
