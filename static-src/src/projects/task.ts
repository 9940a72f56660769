/** What a person is doing to the tree, and to which of its nodes. */

import { create } from "zustand";
import type { Refusal } from "../store/changes";
import { known } from "../store/state";
import type { Node } from "./rows";

/** What a field begins with, and why the server did not take that. */
export interface Typing {
  typed: string;
  problem?: string;
}

/** At most one thing is open at a time. */
export type Task =
  | ({ kind: "newProject" } & Typing)
  | ({ kind: "newCategory"; id: string } & Typing)
  | ({ kind: "rename"; id: string } & Typing)
  | { kind: "recolor" | "menu" | "move" | "merge"; id: string }
  | { kind: "remove"; id: string; inUse: Refusal | null };

/** What is being done to which tag; merging may know already into what. */
export interface TagTask extends Typing {
  kind: "menu" | "rename" | "merge" | "remove";
  name: string;
  into?: string;
}

export const useTagTask = create<{ task: TagTask | null }>(() => ({ task: null }));

export const setTagTask = (task: TagTask | null): void => useTagTask.setState({ task });

interface Doing {
  task: Task | null;
  /** The row that has or had the focus. */
  current: string | null;
  /** Seconds by project or category, once they are known. */
  ever: ReadonlyMap<string, number> | undefined;
}

export const useTree = create<Doing>(() => ({ task: null, current: null, ever: undefined }));

export const setTask = (task: Task | null): void => useTree.setState({ task });

export function newProject(): void {
  setTask({ kind: "newProject", typed: "" });
}

export function nodeOf(id: string | null): Node | undefined {
  const { projects, categories } = known.getState().shown;
  return [...projects, ...categories].find((node) => node.id === id);
}
