import { type ReactNode, Suspense, useEffect } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { Feed } from "../store/feed";
import { useKnown } from "../store/state";
import { TimerScreen } from "../timer/TimerScreen";
import { ErrorBoundary } from "../ui/ErrorBoundary";
import { Notices } from "../ui/Notices";
import { part } from "../ui/part";
import { ScreenHeading } from "../ui/ScreenHeading";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { closeDialog, useDialog } from "./dialogs";
import { Rail, type Screen } from "./Rail";
import { conflictOf } from "./refusals";
import { StartBar } from "./StartBar";
import { Waiting } from "./Waiting";

const ReportsScreen = part(() => import("../reports/ReportsScreen"));
const SomeEntries = part(() => import("../timer/SomeEntries"));
const ProjectsScreen = part(() => import("../projects/ProjectsScreen"));
const ImportScreen = part(() => import("../imports/ImportScreen"));
const SettingsScreen = part(() => import("./SettingsTabs"));
const loadPalette = () => import("./Palette");
const Palette = part(loadPalette);
const Help = part(() => import("./Help"));
const ConflictDialog = part(() => import("./ConflictDialog"));
const loadWaiting = () => import("./WaitingDialog");
const WaitingDialog = part(loadWaiting);
/** What is opened with a key has to be there at once, and some of it without the network. */
const SOON = [
  loadPalette,
  loadWaiting,
  () => import("../timer/OpenRow"),
  () => import("../timer/NewEntry"),
  () => import("../timer/OpenElsewhere"),
];

interface Shown extends Screen {
  element: ReactNode;
  /** The addresses that a screen has below its own. */
  below?: readonly string[];
}

/** The screens; another one is another line here, and a `go` in `actions.ts`. */
const SCREENS: Shown[] = [
  { path: "/", name: words.nav.timer, icon: "timer", element: <TimerScreen /> },
  {
    path: "/projects",
    name: words.nav.projects,
    icon: "projects",
    element: <ProjectsScreen />,
    below: ["tags"],
  },
  {
    path: "/reports",
    name: words.nav.reports,
    icon: "reports",
    element: <ReportsScreen Entries={SomeEntries} />,
  },
  {
    path: "/settings",
    name: words.nav.settings,
    icon: "settings",
    element: <SettingsScreen />,
    below: ["data", "account", "people", "entries", "audit"],
  },
  { path: "/import", name: words.actions.goImport, icon: "settings", element: <ImportScreen /> },
];

const isAt = (location: string, { path, below = [] }: Shown): boolean =>
  [path, ...below.map((name) => `${path}/${name}`)].includes(location.replace(/(?<=.)\/$/, ""));

function NotFound() {
  return (
    <section className="empty">
      <ScreenHeading name={words.notFound.title} />
      <Link className="button" href="/">
        {words.notFound.back}
      </Link>
    </section>
  );
}

function Dialogs() {
  const { open, about } = useDialog();
  const conflict = useKnown(({ changes }) => changes.find(({ key }) => key === about));
  const present = conflict && conflictOf(conflict);
  return (
    <Suspense>
      {open === "palette" && <Palette onClose={closeDialog} />}
      {open === "help" && <Help onClose={closeDialog} />}
      {open === "conflict" && conflict && present && (
        <ConflictDialog change={conflict} present={present} onClose={closeDialog} />
      )}
      {open === "waiting" && <WaitingDialog onClose={closeDialog} />}
    </Suspense>
  );
}

export function App() {
  const [location] = useLocation();
  const search = useSearch();
  const screen = SCREENS.find((one) => isAt(location, one));

  const loaded = useKnown((known) => known.loaded);

  // Once entries are there: what is typed right after the key has to arrive in it.
  useEffect(() => {
    if (loaded) for (const load of SOON) void load().catch(() => undefined);
  }, [loaded]);

  useEffect(() => {
    document.documentElement.dataset.screen = location.split("/")[1] || "timer";
  }, [location]);

  return (
    <>
      <Feed />
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <StartBar />
      <Rail screens={SCREENS.filter(({ icon }) => icon !== "settings")} />
      <main id="content" tabIndex={-1}>
        <ErrorBoundary key={location} place={search}>
          <Suspense fallback={<Skeleton rows={8} />}>{screen?.element ?? <NotFound />}</Suspense>
        </ErrorBoundary>
      </main>
      <Notices>
        <Waiting />
      </Notices>
      <Dialogs />
    </>
  );
}
