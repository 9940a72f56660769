/**
 * Everything a person can do, once: name, label, keys and what it does. Shortcuts, the palette and
 * the help read this list and nothing else, so none of them can miss what another has.
 */

import type { Session } from "../api/session";
import type { Category, Project, TimeEntry } from "../api/types";
import { words } from "../words";

export type Screen =
  | "/"
  | "/projects"
  | "/reports"
  | "/settings"
  | "/settings/account"
  | "/settings/people";
export type Group = keyof typeof words.actions.groups;

/** What actions work on and with; made fresh for each press. */
export interface Context {
  screen: string;
  running: TimeEntry | undefined;
  latest: TimeEntry | undefined;
  /** The entry or node of the row that has the focus. */
  entry: TimeEntry | undefined;
  node: Project | Category | undefined;
  session: { mode: Session["mode"]; mayAdminister: boolean };
  go(screen: Screen): void;
  startField(): void;
  search(): void;
  stop(entry: TimeEntry): void;
  continueEntry(entry: TimeEntry): void;
  newEntry(): void;
  edit(entry: TimeEntry, field: "note" | "split"): void;
  remove(entry: TimeEntry): void;
  changeNode(verb: NodeVerb): void;
  report(verb: ReportVerb): void;
  signOut(): void;
  open(dialog: "palette" | "help"): void;
  toggle(what: "theme" | "density"): void;
}

export type NodeVerb =
  | "newProject"
  | "newCategory"
  | "rename"
  | "recolor"
  | "move"
  | "moveIn"
  | "moveOut"
  | "archive"
  | "removeNode"
  | "showArchived";
export type ReportVerb =
  | "reportBack"
  | "reportForward"
  | "reportTime"
  | "reportShare"
  | "reportYear"
  | "print";

export interface Action {
  name: string;
  label: string;
  group: Group;
  keys: string[];
  /** Whether this person has it here at all. Absent: everybody does. */
  offered?(session: Context["session"]): boolean;
  /** Whether it can be done now. Absent: always. */
  available?(context: Context): boolean;
  run(context: Context): void;
}

const labels = words.actions;
const hasEntry = ({ entry }: Context): boolean => entry !== undefined;
const isCategory = ({ node }: Context): boolean => node !== undefined && "projectId" in node;
const isProject = ({ node }: Context): boolean => node !== undefined && !("projectId" in node);

const go = (name: string, label: string, keys: string, screen: Screen): Action => ({
  name,
  label,
  group: "go",
  keys: [keys],
  run: (context) => context.go(screen),
});

const onEntry = (
  name: string,
  label: string,
  keys: string[],
  run: (context: Context, entry: TimeEntry) => void,
): Action => ({
  name,
  label,
  group: "entry",
  keys,
  available: hasEntry,
  run: (context) => context.entry && run(context, context.entry),
});

const onNode = (
  name: NodeVerb,
  keys: string[],
  available: (context: Context) => boolean = ({ node }) => node !== undefined,
): Action => ({
  name,
  label: labels[name],
  group: "projects",
  keys,
  available: (context) => context.screen === "/projects" && available(context),
  run: (context) => context.changeNode(name),
});

const onReport = (name: ReportVerb, keys: string[]): Action => ({
  name,
  label: labels[name],
  group: "reports",
  keys,
  available: ({ screen }) => screen === "/reports",
  run: (context) => context.report(name),
});

export const ACTIONS: readonly Action[] = [
  { name: "start", label: labels.start, group: "timer", keys: ["n"], run: (c) => c.startField() },
  {
    name: "stop",
    label: labels.stop,
    group: "timer",
    keys: ["s"],
    available: ({ running }) => running !== undefined,
    run: (c) => c.running && c.stop(c.running),
  },
  {
    name: "continueLast",
    label: labels.continueLast,
    group: "timer",
    keys: ["c"],
    available: ({ running, latest }) => running === undefined && latest !== undefined,
    run: (c) => c.latest && c.continueEntry(c.latest),
  },
  {
    name: "newEntry",
    label: labels.newEntry,
    group: "timer",
    keys: ["a"],
    run: (c) => c.newEntry(),
  },
  { name: "search", label: labels.search, group: "timer", keys: ["/"], run: (c) => c.search() },

  {
    name: "edit",
    label: labels.edit,
    group: "entry",
    keys: ["e"],
    available: ({ entry, latest }) => (entry ?? latest) !== undefined,
    run: (c) => {
      const entry = c.entry ?? c.running ?? c.latest;
      if (entry) c.edit(entry, "note");
    },
  },
  onEntry("continueEntry", labels.continueEntry, ["shift+c"], (c, entry) => c.continueEntry(entry)),
  onEntry("split", labels.split, ["x"], (c, entry) => c.edit(entry, "split")),
  onEntry("remove", labels.remove, ["delete", "backspace"], (c, entry) => c.remove(entry)),

  onNode("newProject", ["p"], () => true),
  onNode("newCategory", ["i"]),
  onNode("rename", ["r", "f2"]),
  onNode("recolor", ["k"], isProject),
  onNode("move", ["m"], isCategory),
  onNode("moveIn", ["alt+arrowright"], isCategory),
  onNode("moveOut", ["alt+arrowleft"], isCategory),
  onNode("archive", ["z"]),
  onNode("removeNode", ["delete", "backspace"]),
  onNode("showArchived", ["h"], () => true),

  onReport("reportBack", ["["]),
  onReport("reportForward", ["]"]),
  onReport("reportTime", ["1"]),
  onReport("reportShare", ["2"]),
  onReport("reportYear", ["3"]),
  onReport("print", []),

  go("goTimer", labels.goTimer, "g t", "/"),
  go("goProjects", labels.goProjects, "g p", "/projects"),
  go("goReports", labels.goReports, "g r", "/reports"),
  go("goSettings", labels.goSettings, "g s", "/settings"),
  {
    ...go("goAccount", labels.goAccount, "g a", "/settings/account"),
    offered: (session) => session.mode !== "none",
  },
  {
    ...go("goPeople", labels.goPeople, "g o", "/settings/people"),
    offered: (session) => session.mayAdminister,
  },

  {
    name: "palette",
    label: labels.palette,
    group: "general",
    keys: ["mod+k"],
    run: (c) => c.open("palette"),
  },
  {
    name: "signOut",
    label: labels.signOut,
    group: "general",
    keys: [],
    offered: (session) => session.mode === "password",
    run: (c) => c.signOut(),
  },
  { name: "help", label: labels.help, group: "general", keys: ["?"], run: (c) => c.open("help") },
  { name: "theme", label: labels.theme, group: "general", keys: [], run: (c) => c.toggle("theme") },
  {
    name: "density",
    label: labels.density,
    group: "general",
    keys: [],
    run: (c) => c.toggle("density"),
  },
];

export const isOffered = (action: Action, session: Context["session"]): boolean =>
  action.offered?.(session) ?? true;

export const isAvailable = (action: Action, context: Context): boolean =>
  isOffered(action, context.session) && (action.available?.(context) ?? true);

/** The action that keys mean here; two may share keys where only one of them is available. */
export const actionFor = (keys: string, context: Context): Action | undefined =>
  ACTIONS.find((action) => action.keys.includes(keys) && isAvailable(action, context));

export const ALL_KEYS: ReadonlySet<string> = new Set(ACTIONS.flatMap(({ keys }) => keys));
