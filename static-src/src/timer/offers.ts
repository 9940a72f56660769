/** What pressing Enter could mean: existing categories, best first, and what could be made. */

import type { Category, Project } from "../api/types";
import { type Catalog, type Place, pathText } from "../store/tree";
import { type Line, parseLine, untimed } from "./line";

export interface Existing {
  kind: "existing";
  place: Place;
  note: string;
}

/** `names` below `parent` (or at the project's top) are to be made; a null project, too. */
export interface Creation {
  kind: "create";
  project: Project | null;
  projectName: string;
  parent: Category | null;
  /** The names of what exists between the project and them. */
  above: string[];
  names: string[];
  note: string;
}

/** Started now, named later: no project yet, the text is the note. */
export interface Unplaced {
  kind: "inbox";
  note: string;
}

/** What an entry can be given: what exists, or what is made for it. */
export type Choice = Existing | Creation;
export type Target = Choice | Unplaced;
export type Offer = Target & Pick<Line, "tags"> & Partial<Pick<Line, "when" | "taken">>;

export interface Recent {
  place: Place;
  note: string;
  tags: string[];
}

export interface Known extends Catalog {
  places: Map<string, Place>;
  /** What was tracked lately, newest first. */
  recents: Recent[];
  /** The category that a project gets when only the project is named. */
  firstCategory: string;
  /** Where a single name is made; unless said, where time was tracked last. */
  project?: Project | undefined;
}

export const MOST = 8;
const SEPARATORS = /\s*[›>]\s*|\s+\/\s+/u;

export const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function offersFor(typed: string, known: Known): Offer[] {
  const line = readLine(typed, known);
  const extras = { tags: line.tags, when: line.when, taken: line.taken };
  if (line.text === "")
    return recentOffers(known).map((offer) => ({ ...offer, ...merged(offer, line) }));
  return targetsFor(line.text, known).map((target) => ({ ...target, ...extras }));
}

export const isPath = (text: string): boolean => SEPARATORS.test(text);

export const creationPath = ({ projectName, above, names }: Creation): string[] => [
  projectName,
  ...above,
  ...names,
];

/**
 * What exists comes first. Then a path that was spelled out, or a project that is named, is made;
 * any other text is a note, and making something of it is a choice further down.
 */
function targetsFor(text: string, known: Known): Target[] {
  const existing = existingFor(text, known).slice(0, MOST);
  const creations = creationsFor(text, known);
  const meant = creations.filter(
    ({ project, names }) => isPath(text) || isNamed(text, project, names),
  );
  const others = creations.filter((creation) => !meant.includes(creation));
  const fallback = existing.length === 0 ? noteInLastCategory(text, known) : [];
  return [...existing, ...meant, { kind: "inbox", note: text }, ...fallback, ...others];
}

const isNamed = (text: string, project: Project | null, [name]: string[]): boolean =>
  project !== null &&
  sameName(project.name)({ name: splitAtColon(text)[0] }) &&
  name !== project.name;

/** A name that exists is one, also when it looks like a time: `Release › Phase 3-4`. */
function readLine(typed: string, { places }: Known): Line {
  const line = parseLine(typed);
  if (line.when === null) return line;
  const plain = untimed(typed);
  const text = fold(plain.text);
  const isName = [...places.values()].some(
    (place) => fold(pathText(place)) === text || fold(place.category.name) === text,
  );
  return isName ? plain : line;
}

function merged(offer: { tags: string[] }, { tags, when, taken }: Line) {
  return { tags: [...new Set([...offer.tags, ...tags])], when, taken };
}

/** What was tracked lately, then what else there is: somebody new finds it, too. */
function recentOffers({ recents, places }: Known): (Existing & { tags: string[] })[] {
  const lately = new Set(recents.map(({ place }) => place));
  const others = [...places.values()]
    .filter((place) => place.open && !lately.has(place))
    .map((place): Recent => ({ place, note: "", tags: [] }));
  const all = [...recents, ...others];
  return all.slice(0, MOST).map((recent) => ({ kind: "existing", ...recent }));
}

function noteInLastCategory(text: string, { recents }: Known): Existing[] {
  const [last] = recents;
  const named = isPath(text) || text.includes(":");
  return last && !named ? [{ kind: "existing", place: last.place, note: text }] : [];
}

interface Match extends Existing {
  words: number;
  quality: number;
  age: number;
}

/** Categories whose path the first words of the text match; the words left are the note. */
export function existingFor(text: string, known: Known): Existing[] {
  const ages = new Map<string, number>();
  known.recents.forEach(({ place }, index) => {
    if (!ages.has(place.category.id)) ages.set(place.category.id, index);
  });
  const matches: Match[] = [];
  for (const place of known.places.values()) {
    const match = place.open ? (spelledOut(text, place) ?? matchWords(text, place)) : null;
    const age = ages.get(place.category.id) ?? Number.POSITIVE_INFINITY;
    if (match) matches.push({ kind: "existing", place, age, ...match });
  }
  return matches.sort(better).map(({ kind, place, note }) => ({ kind, place, note }));
}

function better(a: Match, b: Match): number {
  return (
    b.words - a.words ||
    b.quality - a.quality ||
    (a.age === b.age ? 0 : a.age - b.age) ||
    a.place.path.length - b.place.path.length ||
    pathText(a.place).localeCompare(pathText(b.place))
  );
}

type Found = Pick<Match, "note" | "words" | "quality">;

/** The whole path, then a colon, a space or nothing: names may hold any character then. */
function spelledOut(text: string, place: Place): Found | null {
  const path = fold(pathText(place));
  const typed = fold(text);
  if (!typed.startsWith(path) || typed.length !== text.length) return null;
  const rest = text.slice(path.length);
  if (rest !== "" && !/^[\s:]/u.test(rest)) return null;
  return { note: rest.replace(/^\s*:?\s*/u, ""), words: path.length, quality: 0 };
}

function matchWords(text: string, place: Place): Found | null {
  const [head, note] = splitAtColon(text);
  const words = [...head.matchAll(/[^\s›>/]+/gu)];
  const least = note === null ? leastWords(head, words) : words.length;
  const pathWords = place.path.flatMap((name) => fold(name).split(/[\s›>/]+/u));
  for (let count = words.length; count >= Math.max(1, least); count -= 1) {
    const quality = matchAll(
      words.slice(0, count).map(([word]) => fold(word)),
      pathWords,
    );
    if (quality === null) continue;
    const next = words[count];
    return { note: note ?? (next ? head.slice(next.index) : ""), words: count, quality };
  }
  return null;
}

/** After a separator at least one word belongs to the path. */
function leastWords(head: string, words: RegExpExecArray[]): number {
  const last = Math.max(head.lastIndexOf("›"), head.lastIndexOf(">"), head.lastIndexOf(" / "));
  return words.filter(({ index }) => index < last).length + 1;
}

function splitAtColon(text: string): [string, string | null] {
  const at = text.search(/:(\s|$)/u);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1).trim()];
}

function matchAll(typed: string[], path: string[]): number | null {
  const left = [...path];
  let quality = 0;
  for (const word of typed) {
    const whole = left.indexOf(word);
    const at = whole >= 0 ? whole : left.findIndex((candidate) => candidate.startsWith(word));
    if (at < 0) return null;
    quality += whole >= 0 ? 2 : 1;
    left.splice(at, 1);
  }
  return quality;
}

export const sameName =
  (name: string) =>
  (other: { name: string }): boolean =>
    fold(other.name) === fold(name.trim());

export function creationsFor(text: string, known: Known): Creation[] {
  const [head, colonNote] = splitAtColon(text);
  const names = head
    .split(SEPARATORS)
    .map((name) => name.trim())
    .filter(Boolean);
  const [first, ...below] = names;
  if (first === undefined) return [];
  const note = colonNote ?? "";
  const project = known.projects.find(sameName(first)) ?? null;
  if (below.length > 0) return pathCreation(first, below, project, note, known);
  return [
    ...inLastProject(first, note, project, known),
    ...newProject(first, note, project, known),
  ];
}

function pathCreation(
  projectName: string,
  names: string[],
  project: Project | null,
  note: string,
  { categories }: Known,
): Creation[] {
  let parent: Category | null = null;
  const above: string[] = [];
  const missing = [...names];
  while (project && missing[0] !== undefined) {
    const parentId: string | null = parent?.id ?? null;
    const inside: Category[] = categories.filter(
      (c) => c.projectId === project.id && (c.parentCategoryId ?? null) === parentId,
    );
    const next: Category | undefined = inside.find(sameName(missing[0]));
    if (!next) break;
    parent = next;
    above.push(next.name);
    missing.shift();
  }
  const archived = project?.archivedAt != null || parent?.archivedAt != null;
  if (missing.length === 0 || archived) return [];
  const name = project?.name ?? projectName;
  return [{ kind: "create", project, projectName: name, parent, above, names: missing, note }];
}

function newProject(name: string, note: string, project: Project | null, known: Known): Creation[] {
  const { categories, firstCategory } = known;
  const usable = project === null || project.archivedAt === null;
  const empty = !categories.some((category) => category.projectId === project?.id);
  if (!usable || !empty) return [];
  return [atTop(project, project?.name ?? name, firstCategory, note)];
}

function inLastProject(
  name: string,
  note: string,
  named: Project | null,
  known: Known,
): Creation[] {
  const project = known.project ?? lastProject(known);
  if (named || !project || project.archivedAt !== null) return [];
  const top = known.categories.filter(
    (c) => c.projectId === project.id && c.parentCategoryId === null,
  );
  if (top.some(sameName(name))) return [];
  return [atTop(project, project.name, name, note)];
}

/** The inbox is no project to put anything into. */
const lastProject = ({ recents }: Known): Project | undefined =>
  recents.find(({ place }) => !place.project.inbox)?.place.project;

const atTop = (
  project: Project | null,
  projectName: string,
  name: string,
  note: string,
): Creation => ({
  kind: "create",
  project,
  projectName,
  parent: null,
  above: [],
  names: [name],
  note,
});
