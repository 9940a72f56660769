/** What can be done with a report. */

import { type Action, isOn, register } from "../ui/actions";
import { words } from "../words";
import type { Command } from "./commands";

type Name =
  | "reportBack"
  | "reportForward"
  | "reportTime"
  | "reportShare"
  | "reportYear"
  | "reportSave"
  | "reportCsv"
  | "reportExport"
  | "print";

let commands: Record<Command, () => void> | undefined;

/** The screen brings them with it; without it there is no report to do anything with. */
export function learnCommands(loaded: NonNullable<typeof commands>): void {
  commands = loaded;
}

const onReport = (name: Name, keys: string[], command: Command): Action => ({
  name,
  label: words.actions[name],
  group: "reports",
  place: "reports",
  keys,
  available: () => isOn("/reports"),
  run: () => commands?.[command](),
});

register([
  onReport("reportBack", ["["], "back"),
  onReport("reportForward", ["]"], "forward"),
  onReport("reportTime", ["1"], "time"),
  onReport("reportShare", ["2"], "share"),
  onReport("reportYear", ["3"], "year"),
  onReport("reportSave", [], "save"),
  onReport("reportCsv", [], "csv"),
  onReport("reportExport", [], "export"),
  onReport("print", [], "print"),
]);
