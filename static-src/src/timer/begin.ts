/** Does what an offer says: makes what is missing and starts, or enters what is over. */

import type { Project } from "../api/types";
import { createCategory, createProject, nextColor } from "../data/catalog";
import { create, type Draft, start } from "../data/entries";
import { makeRoom } from "../data/trash";
import { addDays } from "../time/dates";
import { now, toInstant } from "../time/now";
import { dateOf, instantOf } from "../time/zone";
import type { Creation, Offer } from "./offers";

export function begin(offer: Offer, projects: Project[], zone: string): void {
  const target = offer.kind === "create" ? make(offer, projects) : placeOf(offer);
  track({ ...target, note: offer.note, tags: offer.tags }, offer, zone);
}

const placeOf = ({ place }: Offer & { kind: "existing" }) => ({
  projectId: place.project.id,
  categoryId: place.category.id,
});

function make({ project, projectName, parent, names }: Creation, projects: Project[]) {
  const projectId = project?.id ?? createProject(projectName, nextColor(projects));
  const last = names.reduce<string | null>(
    (parentId, name) => createCategory(projectId, parentId, name),
    parent?.id ?? null,
  );
  return { projectId, categoryId: last ?? "" };
}

function track(draft: Draft, { since, until }: Offer, zone: string): void {
  if (since === undefined) {
    makeRoom(now(), Number.POSITIVE_INFINITY);
    start(draft);
    return;
  }
  const from = lastTime(since, zone);
  const to = until === undefined ? null : after(from, until, zone);
  makeRoom(from, to ?? Number.POSITIVE_INFINITY);
  if (to === null) start(draft, toInstant(from));
  else create(draft, toInstant(from), toInstant(to));
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
