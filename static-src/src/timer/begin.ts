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
import { together } from "../store/history";
import { known } from "../store/state";
import { childrenOf } from "../store/tree";
import { formatDuration } from "../time/duration";
import { now, toInstant } from "../time/now";
import { type Resolved, resolve, suspicious } from "../time/resolve";
import { words } from "../words";
import { type Creation, type Offer, sameName } from "./offers";
import { whyNot } from "./saying";

/**
 * Why it can't be: nothing is made then. `line` is what was typed: it comes back into the field when
 * the server refuses.
 */
export function begin(
  offer: Offer,
  projects: Project[],
  zone: string,
  line: string,
): string | null {
  const times = offer.when ? resolve(offer.when, now(), zone) : null;
  if (times && "error" in times) return whyNot(times);
  if (times?.to && isDoubtful(line, times.from, times.to)) {
    return words.saying.long(formatDuration((times.to - times.from) / 1000));
  }
  const origin: Origin = { place: "line", typed: line };
  together(() => {
    const target = targetOf(offer, projects, origin);
    track({ ...target, note: offer.note, tags: offer.tags }, times, origin);
  });
  return null;
}

let doubted = "";

/** Longer than anybody works, and not asked about yet. */
function isDoubtful(line: string, from: number, to: number): boolean {
  if (!suspicious(from, to) || doubted === line) return false;
  doubted = line;
  return true;
}

function targetOf(offer: Offer, projects: Project[], origin: Origin) {
  if (offer.kind === "create") return make(offer, projects, origin);
  return offer.kind === "inbox" ? inbox() : placeOf(offer);
}

/** Without a project: the server has a place for that, which may be known already. */
function inbox() {
  const { categories } = known.getState().shown;
  const category = categories.find((one) => one.inbox);
  return { projectId: category?.projectId ?? "", categoryId: category?.id ?? "" };
}

/** Starts without saying what: that can be told later. */
export const startUnnamed = (): void => start({ ...inbox(), note: "", tags: [] }, null);

const placeOf = ({ place }: Offer & { kind: "existing" }) => ({
  projectId: place.project.id,
  categoryId: place.category.id,
});

/** Makes what is missing. What was made since it was offered is not made again. */
export function make(
  { project, projectName, parent, names }: Creation,
  projects: Project[],
  origin: Origin,
) {
  const present = project ?? projects.find(sameName(projectName));
  const projectId = present?.id ?? createProject(projectName, nextColor(projects), origin);
  const last = names.reduce<string | null>(
    (parentId, name) =>
      childNamed(projectId, parentId, name)?.id ??
      createCategory(projectId, parentId, name, origin),
    parent?.id ?? null,
  );
  return { projectId, categoryId: last ?? "" };
}

function childNamed(projectId: string, parentId: string | null, name: string) {
  const inside = childrenOf(known.getState().shown, projectId, parentId);
  return inside.find(sameName(name));
}

function track(draft: Draft, times: Resolved | null, origin: Origin): void {
  if (times === null) start(draft, null, origin);
  else if (times.to === null) start(draft, toInstant(times.from), origin);
  else create(draft, toInstant(times.from), toInstant(times.to), origin);
}
