/** Where a category lies: what a report folds its rows along. */

import type { Project } from "../api/types";
import type { Place } from "../store/tree";
import type { Filters } from "./address";

export interface Tree {
  projects: Project[];
  places: Map<string, Place>;
  /** Names by identifier, of those whose time may be seen. */
  people?: ReadonlyMap<string, string>;
}

/** Identifiers from the project down to the category itself; empty for an unknown one. */
export function chainOf(categoryId: string, { places }: Tree): string[] {
  const chain: string[] = [];
  let place = places.get(categoryId);
  const projectId = place?.project.id;
  while (place && !chain.includes(place.category.id)) {
    chain.unshift(place.category.id);
    place = places.get(place.category.parentCategoryId ?? "");
  }
  return projectId === undefined ? chain : [projectId, ...chain];
}

/**
 * The part of the tree that a category falls into, seen from `at`: the project (from the top),
 * the child of `at` that holds it, or `at` itself for what is tracked directly in it.
 */
export function branchOf(categoryId: string, at: string | null, tree: Tree): string {
  const chain = chainOf(categoryId, tree);
  const inside = at === null ? -1 : chain.indexOf(at);
  if (at === null || inside < 0) return chain[0] ?? categoryId;
  return chain[inside + 1] ?? at;
}

/** From the project down to `at`, to find the way back. */
export function trailTo(at: string | null, tree: Tree): string[] {
  if (at === null) return [];
  return tree.projects.some(({ id }) => id === at) ? [at] : chainOf(at, tree);
}

export function nameOf(id: string, { projects, places }: Tree): string | undefined {
  return places.get(id)?.category.name ?? projects.find((project) => project.id === id)?.name;
}

export const colorOf = (id: string, { projects, places }: Tree): string | undefined =>
  places.get(id)?.project.color ?? projects.find((project) => project.id === id)?.color;

export const hasInside = (id: string, { places }: Tree): boolean => {
  const of = [...places.values()];
  return places.has(id)
    ? of.some(({ category }) => category.parentCategoryId === id)
    : of.some(({ project }) => project.id === id);
};

type Scope = Pick<Filters, "projects" | "categories">;

/** What is asked for below `at`: the filters that lie in it, or all of it when it lies in one. */
export function scopeOf({ projects, categories }: Scope, at: string | null, tree: Tree): Scope {
  const chosen = [...projects, ...categories];
  const trail = trailTo(at, tree);
  if (at === null || trail.length === 0) return united({ projects, categories }, tree);
  const inside = categories.filter((id) => chainOf(id, tree).includes(at));
  if (chosen.length === 0 || chosen.some((id) => trail.includes(id)) || inside.length === 0) {
    return tree.places.has(at)
      ? { projects: [], categories: [at] }
      : { projects: [at], categories: [] };
  }
  return { projects: [], categories: inside };
}

/**
 * The server wants both a project's and a category's filter to hold; a person who picks one of
 * each means either. So a project stands as its top-level categories then.
 */
function united({ projects, categories }: Scope, { places }: Tree): Scope {
  if (projects.length === 0 || categories.length === 0) return { projects, categories };
  const tops = [...places.values()]
    .filter(({ category, project }) => !category.parentCategoryId && projects.includes(project.id))
    .map(({ category }) => category.id);
  return { projects: [], categories: [...new Set([...tops, ...categories])] };
}
