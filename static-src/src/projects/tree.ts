/** What can be done with the rows of the tree. */

import type { Category, Project } from "../api/types";
import type { Origin } from "../store/changes";
import {
  type Color,
  changeProject,
  createCategory,
  createProject,
  deleteNode,
  moveCategory,
  renameCategory,
  setArchived,
} from "../store/doing";
import { known } from "../store/state";
import type { Where } from "../store/tree";
import { inform } from "../ui/notices";
import { screenWords } from "../words/screens";
import { learnVerbs } from "./actions";
import { isCategory, levelUp, type Node, type Row, rowsOf, siblingAbove } from "./rows";
import { setTask, type Task, useTree } from "./task";
import { setCollapsed, useView } from "./view";

export const setCurrent = (current: string): void => useTree.setState({ current });

/** Once React has drawn: the row may have just moved or appeared. */
export function focusRow(id: string): void {
  requestAnimationFrame(() => {
    // A field or a menu that was opened in between keeps the focus it took.
    if (document.activeElement?.matches("input, [role=menu] *")) return;
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
  });
}

/** Ends a task, unless another has begun meanwhile: what is left may close after what was opened. */
export function endTask(kind: Task["kind"], id: string): void {
  const { task } = useTree.getState();
  if (task?.kind === kind && "id" in task && task.id === id) setTask(null);
}

export function close(id?: string): void {
  setTask(null);
  if (id !== undefined) focusRow(id);
}

const rowsNow = (): Row[] => rowsOf(known.getState().shown, useView.getState());

const from = (task: Task): Origin => ({ place: "tree", typed: task });

/** A project holds time in categories, so the field for the first of them follows. */
export function addProject(name: string, color: Color): void {
  const id = createProject(name, color, from({ kind: "newProject", typed: name }));
  setTask({ kind: "newCategory", id, typed: "" });
}

export function addCategory(node: Node, name: string): void {
  const [projectId, parentId] = isCategory(node) ? [node.projectId, node.id] : [node.id, null];
  createCategory(
    projectId,
    parentId,
    name,
    from({ kind: "newCategory", id: node.id, typed: name }),
  );
}

export function rename(node: Node, name: string): void {
  close(node.id);
  if (name === node.name) return;
  const origin = from({ kind: "rename", id: node.id, typed: name });
  if (isCategory(node)) renameCategory(node, name, origin);
  else changeProject(node, { name }, origin);
}

export function recolor(project: Project, color: Color): void {
  close(project.id);
  if (color !== project.color) changeProject(project, { color });
}

export function move(category: Category, to: Where): void {
  for (const id of [to.projectId, to.parentId]) if (id !== null) setCollapsed(id, false);
  moveCategory(category, to);
  close(category.id);
}

function archive(node: Node): void {
  const away = node.archivedAt === null;
  const next = neighbourOf(node, away && !useView.getState().showArchived);
  setArchived(node, away);
  const back = { label: screenWords.projects.unarchive, run: () => setArchived(node, false) };
  if (away) inform(screenWords.projects.putAway(node.name), [back]);
  close(next);
}

/** The row to stand on next: the same one, or the one before when it goes out of sight. */
function neighbourOf(node: Node, gone: boolean): string | undefined {
  const rows = rowsNow();
  const index = rows.findIndex((row) => row.node.id === node.id);
  const row = gone ? (rows[index - 1] ?? rows[index + 1]) : rows[index];
  return row?.node.id;
}

function moveBy(node: Node, target: (category: Category) => string | null | undefined): void {
  const parentId = isCategory(node) ? target(node) : undefined;
  if (!isCategory(node) || parentId === undefined) return;
  move(node, { projectId: node.projectId, parentId });
}

/** What holds time is not asked about: the server says why it can't be deleted. */
function removeNode(node: Node): void {
  if (useTree.getState().ever?.get(node.id)) deleteNode(node);
  else setTask({ kind: "remove", id: node.id, inUse: null });
}

export const VERBS = {
  newCategory({ id }: Node) {
    setCollapsed(id, false);
    setTask({ kind: "newCategory", id, typed: "" });
  },
  rename: ({ id, name }: Node) => setTask({ kind: "rename", id, typed: name }),
  recolor: ({ id }: Node) => setTask({ kind: "recolor", id }),
  move: ({ id }: Node) => setTask({ kind: "move", id }),
  merge: ({ id }: Node) => setTask({ kind: "merge", id }),
  moveIn: (node: Node) => moveBy(node, (category) => siblingAbove(rowsNow(), category)?.id),
  moveOut: (node: Node) => moveBy(node, (category) => levelUp(known.getState().shown, category)),
  archive,
  removeNode,
} as const;

export type Verb = keyof typeof VERBS;

learnVerbs(VERBS);
