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

/** Where a category is, or is to be: below another one, or at the top of a project. */
export interface Where {
  projectId: string;
  parentId: string | null;
}

/**
 * Everywhere that a category could be, in all projects, its own first, from the top down. What is
 * archived takes nothing, and the inbox is for what has no place yet.
 */
function openTo(catalog: Catalog, { id, inbox, projectId: own }: Category): Where[] {
  if (inbox) return [];
  const inside = (projectId: string, parentId: string | null): Where[] => [
    { projectId, parentId },
    ...childrenOf(catalog, projectId, parentId)
      .filter((child) => child.id !== id && child.archivedAt === null)
      .flatMap((child) => inside(projectId, child.id)),
  ];
  return sortedByName(catalog.projects)
    .filter((project) => project.archivedAt === null && !project.inbox)
    .sort((a, b) => Number(b.id === own) - Number(a.id === own))
    .flatMap((project) => inside(project.id, null));
}

/** Where a category may be moved. */
export function wheresFor(catalog: Catalog, category: Category): Where[] {
  const { projectId, parentCategoryId } = category;
  return openTo(catalog, category).filter(
    (where) => where.projectId !== projectId || where.parentId !== parentCategoryId,
  );
}

/** What a category may be merged into: any other one, but none below it. */
export const mergesFor = (catalog: Catalog, category: Category): Where[] =>
  openTo(catalog, category).filter(({ parentId }) => parentId !== null);
