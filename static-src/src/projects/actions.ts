/** What can be done with projects and categories. */

import { type Action, focusedRow, isOn, register } from "../ui/actions";
import { words } from "../words";
import { isCategory, type Node } from "./rows";
import { newProject, nodeOf } from "./task";
import type { Verb } from "./tree";
import { toggleArchived } from "./view";

let verbs: Record<Verb, (node: Node) => void> | undefined;

/** The tree brings them with it: what is typed right after a key must find its field there. */
export function learnVerbs(loaded: NonNullable<typeof verbs>): void {
  verbs = loaded;
}

const focused = (): Node | undefined => nodeOf(focusedRow("data-node"));

const here = (name: Verb | "newProject" | "showArchived", keys: string[]) => ({
  name,
  label: words.actions[name],
  group: "projects" as const,
  place: "projects" as const,
  keys,
});

/** What comes without a place stays where it is; there it has a name and nothing else. */
const settled = (node: Node): boolean => !node.inbox;
const movable = (node: Node): boolean => isCategory(node) && settled(node);

const onNode = (name: Verb, keys: string[], fits = settled): Action => ({
  ...here(name, keys),
  available() {
    const node = focused();
    return isOn("/projects") && node !== undefined && fits(node);
  },
  run() {
    const node = focused();
    if (node) verbs?.[name](node);
  },
});

register([
  { ...here("newProject", ["p"]), available: () => isOn("/projects"), run: newProject },
  onNode("newCategory", ["i"]),
  onNode("rename", ["r", "f2"], () => true),
  onNode("recolor", ["k"], (node) => !isCategory(node) && settled(node)),
  onNode("move", ["m"], movable),
  onNode("merge", ["shift+m"], movable),
  onNode("moveIn", ["alt+arrowright"], movable),
  onNode("moveOut", ["alt+arrowleft"], movable),
  onNode("archive", ["z"]),
  onNode("removeNode", ["delete", "backspace"]),
  { ...here("showArchived", ["h"]), available: () => isOn("/projects"), run: toggleArchived },
]);
