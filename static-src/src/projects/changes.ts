/** Changes to the tree with what is said about them; nothing typed is lost when one is refused. */

import type { Category, Project } from "../api/types";
import { type Color, createCategory, createProject } from "../data/catalog";
import { isProject, moveCategory, renameCategory, updateProject } from "../data/catalogEdits";
import { tell } from "../ui/explain";
import { inform } from "../ui/notices";
import { words } from "../words";
import type { Node } from "./rows";

type Again = (typed: string) => void;

const refusedTyping = (label: string, typed: string, again: Again) => ({
  refused: (error: unknown): void =>
    tell(label, error, [{ label: words.notice.again, run: () => again(typed) }]),
});

export function addProject(name: string, color: Color, again: Again): string {
  return createProject(name, color, refusedTyping(words.projects.did.create(name), name, again));
}

export function addCategory(
  projectId: string,
  parentId: string | null,
  name: string,
  again: Again,
): string {
  const outcome = refusedTyping(words.projects.did.create(name), name, again);
  return createCategory(projectId, parentId, name, outcome);
}

export function rename(node: Node, name: string, again: Again): void {
  const outcome = refusedTyping(words.projects.did.rename(node.name, name), name, again);
  if (isProject(node)) updateProject(node, { name }, outcome);
  else renameCategory(node as Category, name, outcome);
}

export function moveTo(category: Category, parentId: string | null, parentName: string): void {
  const refused = (error: unknown): void => tell(words.projects.did.move(category.name), error);
  moveCategory(category, parentId, { refused });
  inform(words.projects.moved(category.name, parentName));
}

export const recolor = (project: Project, color: Color): void => updateProject(project, { color });
