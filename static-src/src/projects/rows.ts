/** The tree of projects and categories as the rows of a list, and what they add up to. Pure. */

import type { Category, Project } from "../api/types";
import { isCategory, type Node } from "../store/changes";
import { type Catalog, childrenOf, sortedByName, type Where, wheresFor } from "../store/tree";

export { isCategory, type Node };

export interface Row {
  node: Node;
  project: Project;
  /** 0 for a project. */
  depth: number;
  /** It, or something above it, is archived. */
  archived: boolean;
  hasChildren: boolean;
  expanded: boolean;
  /** Place among its siblings, from 1, and how many there are. */
  position: number;
  siblings: number;
}

export interface View {
  collapsed: readonly string[];
  showArchived: boolean;
}

/** The row above in the tree: a category's parent, or its project. */
export const aboveOf = (category: Category): string =>
  category.parentCategoryId ?? category.projectId;

/** Every row that is to be seen, from top to bottom. */
export function rowsOf(catalog: Catalog, view: View): Row[] {
  const rows: Row[] = [];
  const collapsed = new Set(view.collapsed);
  const shown = <T extends Node>(nodes: T[]): T[] =>
    view.showArchived ? nodes : nodes.filter(({ archivedAt }) => archivedAt === null);

  const visit = (nodes: Node[], project: Project | null, depth: number, above: boolean): void => {
    nodes.forEach((node, index) => {
      const owner = project ?? (node as Project);
      const children = shown(childrenOf(catalog, owner.id, isCategory(node) ? node.id : null));
      const archived = above || node.archivedAt !== null;
      const expanded = children.length > 0 && !collapsed.has(node.id);
      const place = { position: index + 1, siblings: nodes.length };
      const hasChildren = children.length > 0;
      rows.push({ node, project: owner, depth, archived, hasChildren, expanded, ...place });
      if (expanded) visit(children, owner, depth + 1, archived);
    });
  };
  visit(shown(sortedByName(catalog.projects)), null, 0, false);
  return rows;
}

/** So many numbers of every project and category with what is below, from each category's own. */
export function rollUp(
  catalog: Catalog,
  own: ReadonlyMap<string, readonly number[]>,
  length: number,
): Map<string, number[]> {
  const byId = new Map(catalog.categories.map((category) => [category.id, category]));
  const nodes: Node[] = [...catalog.projects, ...catalog.categories];
  const totals = new Map(nodes.map(({ id }) => [id, new Array<number>(length).fill(0)]));
  for (const category of catalog.categories) {
    const numbers = own.get(category.id);
    if (!numbers) continue;
    for (const id of [...upFrom(category, byId), category.projectId]) {
      const total = totals.get(id);
      for (const [index, number] of numbers.entries())
        if (total) total[index] = (total[index] ?? 0) + number;
    }
  }
  return totals;
}

/** A category and all above it; each once, whatever goes round in circles. */
function upFrom(category: Category, byId: ReadonlyMap<string, Category>): Set<string> {
  const up = new Set<string>();
  for (let at: Category | undefined = category; at && !up.has(at.id); ) {
    up.add(at.id);
    at = at.parentCategoryId === null ? undefined : byId.get(at.parentCategoryId);
  }
  return up;
}

/** Inside of a node: below a category, at the top of a project. */
export const within = (node: Node): Where =>
  isCategory(node)
    ? { projectId: node.projectId, parentId: node.id }
    : { projectId: node.id, parentId: null };

const isSame = (one: Where, other: Where): boolean =>
  one.projectId === other.projectId && one.parentId === other.parentId;

/** Where a category goes when it is dropped on a node; undefined when it can't go there. */
export function dropWhere(catalog: Catalog, dragged: Category, target: Node): Where | undefined {
  const where = within(target);
  return wheresFor(catalog, dragged).find((one) => isSame(one, where));
}

/** The sibling shown just above: what moving in makes the parent. */
export function siblingAbove(rows: Row[], category: Category): Category | undefined {
  const siblings = rows
    .map(({ node }) => node)
    .filter((node): node is Category => isCategory(node) && aboveOf(node) === aboveOf(category));
  return siblings[siblings.findIndex(({ id }) => id === category.id) - 1];
}

/** One level up: the grandparent, null for the top; undefined when it is there already. */
export function levelUp(catalog: Catalog, category: Category): string | null | undefined {
  if (category.parentCategoryId === null) return undefined;
  return catalog.categories.find(({ id }) => id === category.parentCategoryId)?.parentCategoryId;
}
