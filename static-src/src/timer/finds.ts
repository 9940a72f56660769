/** What a text that is searched for could be, besides a part of notes. Pure. */

import type { Project, TagUse } from "../api/types";
import { type Place, sortedByName } from "../store/tree";
import { fold } from "./offers";

export interface Finds {
  projects: Project[];
  categories: Place[];
  tags: TagUse[];
}

interface Catalog {
  projects: Project[];
  tags: TagUse[];
  places: Map<string, Place>;
}

/** What is archived is found, too: its time is in the past, as all that is searched. */
export function findsFor(text: string, { projects, tags, places }: Catalog): Finds {
  const typed = partsOf(text);
  const onlyTags = text.trim().startsWith("#");
  if (typed.length === 0 && !onlyTags) return { projects: [], categories: [], tags: [] };
  const named = (name: string, around: string[] = []): boolean => matches(typed, name, around);
  return {
    projects: onlyTags ? [] : sortedByName(projects.filter(({ name }) => named(name))),
    categories: onlyTags ? [] : categoriesIn(places, named),
    tags: tags.filter(({ name }) => named(name)).sort((a, b) => b.entries - a.entries),
  };
}

function categoriesIn(
  places: Map<string, Place>,
  named: (name: string, around: string[]) => boolean,
): Place[] {
  const found = [...places.values()].filter(
    ({ category, path }) => !category.inbox && named(category.name, path.slice(0, -1)),
  );
  return sortedByName(found.map((place) => ({ name: place.category.name, place }))).map(
    ({ place }) => place,
  );
}

const partsOf = (text: string): string[] =>
  fold(text)
    .split(/[\s›>/#]+/u)
    .filter(Boolean);

/** All words begin one of the path, and one of them the name itself: not all that lies in a project. */
function matches(typed: string[], name: string, around: string[]): boolean {
  const own = partsOf(name);
  const all = [...own, ...around.flatMap(partsOf)];
  const begins = (words: string[]) => (word: string) => words.some((one) => one.startsWith(word));
  return typed.every(begins(all)) && (typed.length === 0 || typed.some(begins(own)));
}
