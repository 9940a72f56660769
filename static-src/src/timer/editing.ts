/**
 * Which entry is open for editing, and what is typed into it: kept outside of the editor, so that
 * neither another screen nor a closed tab loses it.
 */

import { create } from "zustand";
import type { Failure } from "../api/errors";
import { keepDraft } from "../store/drafts";
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
  /** A part of a category's name, of which none was chosen yet; null when one is. */
  typing: string | null;
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

export const useEditor = create<Editor>(() => ({ editing: null, problem: null }));

const isEditing = (left: unknown): left is Editing =>
  typeof left === "object" && left !== null && "id" in left && "draft" in left;

useEditor.subscribe(
  keepDraft("editing", {
    present() {
      const { editing } = useEditor.getState();
      return editing?.touched ? editing : null;
    },
    adopt: (left) => setEditing(isEditing(left) ? left : null),
  }),
);

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
