/** What a person is doing to the tree, and what each verb of the registry does. */

import { useEffect, useState } from "react";
import type { NodeVerb } from "../actions/registry";
import { onVerb } from "../actions/verbs";
import { Refused } from "../api/errors";
import type { Category } from "../api/types";
import { deleteNode, setArchived } from "../data/catalogEdits";
import { stableId } from "../data/ids";
import type { Catalog } from "../data/tree";
import { tell } from "../ui/explain";
import { inform } from "../ui/notices";
import { words } from "../words";
import { moveTo } from "./changes";
import type { InUse } from "./RemoveDialog";
import { isCategory, levelUp, type Node, type Row, siblingAbove } from "./rows";
import type { useView } from "./state";
import type { Totals } from "./totals";

/** At most one thing is open at a time; `id` is the node's stable one, `typed` what a field holds. */
export type Task =
  | { kind: "newProject"; typed: string }
  | { kind: "newCategory"; id: string; typed: string }
  | { kind: "rename"; id: string; typed: string }
  | { kind: "recolor" | "menu" | "move"; id: string }
  | { kind: "remove"; id: string; inUse: InUse | null };

type OnNode = Exclude<NodeVerb, "newProject" | "showArchived">;

/** Once React has drawn: the row may have just moved or appeared. */
export function focusRow(id: string): void {
  requestAnimationFrame(() => {
    // A field that was opened in between keeps the focus it took.
    if (document.activeElement?.matches("input")) return;
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
  });
}

export function useTree(
  catalog: Catalog,
  rows: Row[],
  view: ReturnType<typeof useView>,
  totals: Totals,
) {
  const [current, setCurrent] = useState<string | null>(null);
  const [task, setTask] = useState<Task | null>(null);

  const close = (id?: string): void => {
    setTask(null);
    if (id !== undefined) focusRow(id);
  };

  const move = (category: Category, parentId: string | null): void => {
    const { id } = category;
    const parent = catalog.categories.find((other) => other.id === parentId);
    if (parent) view.setCollapsed(parent.id, false);
    moveTo(category, parentId, parent?.name ?? words.projects.top);
    close(stableId(id));
  };

  const archive = (node: Node): void => {
    const away = node.archivedAt === null;
    setArchived(node, away);
    const back = { label: words.projects.unarchive, run: () => setArchived(node, false) };
    if (away) inform(words.projects.putAway(node.name), [back]);
    close(neighbourOf(rows, node, away && !view.showArchived));
  };

  const remove = (node: Node): void => {
    const refused = (error: unknown): void => {
      const inUse = error instanceof Refused && error.code.endsWith("_in_use");
      if (inUse) setTask({ kind: "remove", id: stableId(node.id), inUse: error.details ?? {} });
      else tell(words.projects.did.remove(node.name), error);
    };
    deleteNode(node, { refused });
  };

  const moveBy = (node: Node, target: (category: Category) => string | null | undefined): void => {
    const parent = isCategory(node) ? target(node) : undefined;
    if (isCategory(node) && parent !== undefined) move(node, parent);
  };

  const verbs: Record<OnNode, (node: Node) => void> = {
    newCategory: ({ id }) => {
      view.setCollapsed(id, false);
      setTask({ kind: "newCategory", id: stableId(id), typed: "" });
    },
    rename: ({ id, name }) => setTask({ kind: "rename", id: stableId(id), typed: name }),
    recolor: ({ id }) => setTask({ kind: "recolor", id: stableId(id) }),
    archive,
    removeNode: (node) => {
      if (totals.ever?.get(node.id)) remove(node);
      else setTask({ kind: "remove", id: stableId(node.id), inUse: null });
    },
    move: ({ id }) => setTask({ kind: "move", id: stableId(id) }),
    moveIn: (node) => moveBy(node, (category) => siblingAbove(rows, category)?.id),
    moveOut: (node) => moveBy(node, (category) => levelUp(catalog, category)),
  };

  const perform = (verb: OnNode, node: Node): void => verbs[verb](node);

  const nodeOf = (id: string | null): Node | undefined =>
    [...catalog.projects, ...catalog.categories].find((node) => stableId(node.id) === id);

  const newProject = (): void => setTask({ kind: "newProject", typed: "" });

  useEffect(() =>
    onVerb((verb) => {
      const node = nodeOf(current);
      if (verb === "newProject") newProject();
      else if (verb === "showArchived") view.toggleArchived();
      else if (node && verb in verbs) verbs[verb as OnNode](node);
    }),
  );

  return {
    current,
    setCurrent,
    task,
    setTask,
    close,
    move,
    archive,
    remove,
    perform,
    newProject,
    nodeOf,
  };
}

export type Tree = ReturnType<typeof useTree>;

/** The row to stand on next: the same one, or the one before when it goes out of sight. */
function neighbourOf(rows: Row[], node: Node, gone: boolean): string | undefined {
  const index = rows.findIndex((row) => row.node.id === node.id);
  const row = gone ? (rows[index - 1] ?? rows[index + 1]) : rows[index];
  return row && stableId(row.node.id);
}
