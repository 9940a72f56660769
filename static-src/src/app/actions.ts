/** What can be done everywhere: going to a screen, looking for a command, changing the look. */

import { navigate } from "wouter/use-browser-location";
import { getPreferences, setPreferences } from "../store/preferences";
import { administers, currentSession } from "../store/session";
import { type Action, register } from "../ui/actions";
import { words } from "../words";
import { openDialog } from "./dialogs";

const labels = words.actions;

const isAdministrator = (): boolean => {
  const session = currentSession();
  return session !== null && administers(session);
};
const hasAccount = (): boolean => (currentSession()?.mode ?? "none") !== "none";

const go = (name: string, label: string, keys: string, to: string): Action => ({
  name,
  label,
  group: "go",
  keys: [keys],
  run: () => navigate(to),
});

const general = (name: string, label: string, keys: string[], run: () => void): Action => ({
  name,
  label,
  group: "general",
  keys,
  run,
});

function toggleTheme(): void {
  const { theme } = getPreferences();
  const dark =
    theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  setPreferences({ theme: dark ? "light" : "dark" });
}

function toggleDensity(): void {
  const { density } = getPreferences();
  setPreferences({ density: density === "dense" ? "comfortable" : "dense" });
}

const signOut = (): void => void import("../accounts/signOut").then((module) => module.signOut());

register([
  go("goTimer", labels.goTimer, "g t", "/"),
  go("goProjects", labels.goProjects, "g p", "/projects"),
  go("goReports", labels.goReports, "g r", "/reports"),
  go("goSettings", labels.goSettings, "g s", "/settings"),
  { ...go("goAccount", labels.goAccount, "g a", "/settings/account"), offered: hasAccount },
  { ...go("goPeople", labels.goPeople, "g o", "/settings/people"), offered: isAdministrator },
  go("goImport", labels.goImport, "g i", "/import"),
  general("palette", labels.palette, ["mod+k"], () => openDialog("palette")),
  {
    ...general("signOut", labels.signOut, [], signOut),
    offered: () => currentSession()?.mode === "password",
  },
  general("help", labels.help, ["?"], () => openDialog("help")),
  general("theme", labels.theme, [], toggleTheme),
  general("density", labels.density, [], toggleDensity),
]);
