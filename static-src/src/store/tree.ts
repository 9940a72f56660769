/** Reading the tree of categories: paths, children, what lies below, what a node may move under. */

import type { Category, Project } from "../api/types";
import type { World } from "./world";

export type Catalog = Pick<World, "projects" | "categories">;

export interface Place {
  category: Category;
  project: Project;
  /** Names from the project down to the category itself. */
  path: string[];
  /** Neither it nor anything above it is archived. */
  open: boolean;
}

export const SEPARATOR = " › ";

export const pathText = (place: Place): string => place.path.join(SEPARATOR);

/** Every category with its path, by identifier. */
export function placesOf({ projects, categories }: Catalog): Map<string, Place> {
  const projectById = new Map(projects.map((project) => [project.id, project]));
  const byId = new Map(categories.map((category) => [category.id, category]));
  const places = new Map<string, Place>();
  for (const category of categories) {
    const project = projectById.get(category.projectId);
    if (project) places.set(category.id, placeOf(category, project, byId));
  }
  return places;
}

function placeOf(category: Category, project: Project, byId: Map<string, Category>): Place {
  const names: string[] = [];
  let open = project.archivedAt === null;
  const seen = new Set<string>();
  for (let at: Category | undefined = category; at && !seen.has(at.id); ) {
    seen.add(at.id);
    names.unshift(at.name);
    open = open && at.archivedAt === null;
    at = at.parentCategoryId === null ? undefined : byId.get(at.parentCategoryId);
  }
  // The inbox is one place, though it is a project with a category.
  const path = category.inbox && names[0] === project.name ? names : [project.name, ...names];
  return { category, project, path, open };
}

const byName = (a: { name: string }, b: { name: string }): number =>
  a.name.localeCompare(b.name, undefined, { numeric: true, sensitivity: "base" });

export const sortedByName = <T extends { name: string }>(list: T[]): T[] => [...list].sort(byName);

/** A project's categories directly below `parentId` (null: at the top), by name. */
export const childrenOf = (
  catalog: Catalog,
  projectId: string,
  parentId: string | null,
): Category[] =>
  sortedByName(
    catalog.categories.filter(
      (c) => c.projectId === projectId && (c.parentCategoryId ?? null) === parentId,
    ),
  );

export function belowOf(catalog: Catalog, id: string): Set<string> {
  const below = new Set<string>();
  const visit = (parent: string): void => {
    for (const category of catalog.categories) {
      if (category.parentCategoryId !== parent || below.has(category.id)) continue;
      below.add(category.id);
      visit(category.id);
    }
  };
  visit(id);
  return below;
}

/** Where a category may be moved within its project; null stands for the top. */
export function parentsFor(catalog: Catalog, category: Category): (string | null)[] {
  const below = belowOf(catalog, category.id);
  const possible = catalog.categories.filter(
    ({ id, projectId }) => projectId === category.projectId && id !== category.id && !below.has(id),
  );
  return [null, ...possible.map(({ id }) => id)];
}
