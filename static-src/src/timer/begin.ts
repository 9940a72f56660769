/** Does what an offer says: makes what is missing and starts, or enters what is over. */

import type { Project } from "../api/types";
import type { Origin } from "../store/changes";
import {
  create,
  createCategory,
  createProject,
  type Draft,
  nextColor,
  start,
} from "../store/doing";
import { addDays } from "../time/dates";
import { now, toInstant } from "../time/now";
import { dateOf, instantOf } from "../time/zone";
import type { Creation, Offer } from "./offers";

/** `line` is what was typed: it comes back into the field when the server refuses. */
export function begin(offer: Offer, projects: Project[], zone: string, line: string): void {
  const origin: Origin = { place: "line", typed: line };
  const target = offer.kind === "create" ? make(offer, projects, origin) : placeOf(offer);
  track({ ...target, note: offer.note, tags: offer.tags }, offer, zone, origin);
}

const placeOf = ({ place }: Offer & { kind: "existing" }) => ({
  projectId: place.project.id,
  categoryId: place.category.id,
});

function make(
  { project, projectName, parent, names }: Creation,
  projects: Project[],
  origin: Origin,
) {
  const projectId = project?.id ?? createProject(projectName, nextColor(projects), origin);
  const last = names.reduce<string | null>(
    (parentId, name) => createCategory(projectId, parentId, name, origin),
    parent?.id ?? null,
  );
  return { projectId, categoryId: last ?? "" };
}

function track(draft: Draft, { since, until }: Offer, zone: string, origin: Origin): void {
  if (since === undefined) {
    start(draft, null, origin);
    return;
  }
  const from = lastTime(since, zone);
  const to = until === undefined ? null : after(from, until, zone);
  if (to === null) start(draft, toInstant(from), origin);
  else create(draft, toInstant(from), toInstant(to), origin);
}

/** The last time the clock showed it: today, or yesterday when it is still to come today. */
function lastTime(seconds: number, zone: string): number {
  const today = dateOf(now(), zone);
  const instant = instantOf(today, seconds, zone);
  return instant <= now() ? instant : instantOf(addDays(today, -1), seconds, zone);
}

function after(from: number, seconds: number, zone: string): number {
  const date = dateOf(from, zone);
  const instant = instantOf(date, seconds, zone);
  return instant >= from ? instant : instantOf(addDays(date, 1), seconds, zone);
}
