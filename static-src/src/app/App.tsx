import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import { Feed } from "../store/feed";
import { TimerScreen } from "../timer/TimerScreen";
import { ErrorBoundary } from "../ui/ErrorBoundary";
import { Icon, type IconName } from "../ui/Icon";
import { Notices } from "../ui/Notices";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { closeDialog, useDialog } from "./dialogs";
import { StartBar } from "./StartBar";
import { followKeys } from "./shortcuts";
import { Waiting } from "./Waiting";

const ReportsScreen = lazy(() => import("../reports/ReportsScreen"));
const ProjectsScreen = lazy(() => import("../projects/ProjectsScreen"));
const SettingsScreen = lazy(() => import("./SettingsTabs"));
const loadPalette = () => import("./Palette");
const Palette = lazy(loadPalette);
const Help = lazy(() => import("./Help"));
const WaitingDialog = lazy(() => import("./WaitingDialog"));

/** The screens; another one is another line here, and a `go` in `actions.ts`. */
const SCREENS: { path: string; name: string; icon: IconName; element: ReactNode }[] = [
  { path: "/", name: words.nav.timer, icon: "timer", element: <TimerScreen /> },
  { path: "/projects", name: words.nav.projects, icon: "projects", element: <ProjectsScreen /> },
  { path: "/reports", name: words.nav.reports, icon: "reports", element: <ReportsScreen /> },
  { path: "/settings", name: words.nav.settings, icon: "settings", element: <SettingsScreen /> },
];

/** A screen may have addresses of its own below its path. */
const isWithin = (path: string, location: string): boolean =>
  location === path || (path !== "/" && location.startsWith(`${path}/`));

function Rail() {
  const [location] = useLocation();
  return (
    <nav className="rail" aria-label={words.nav.label}>
      {SCREENS.map(({ path, name, icon }) => (
        <Link
          key={path}
          href={path}
          aria-current={isWithin(path, location) ? "page" : undefined}
          title={name}
        >
          <Icon name={icon} />
          <span>{name}</span>
        </Link>
      ))}
    </nav>
  );
}

function Dialogs() {
  const { open } = useDialog();
  return (
    <Suspense>
      {open === "palette" && <Palette onClose={closeDialog} />}
      {open === "help" && <Help onClose={closeDialog} />}
      {open === "waiting" && <WaitingDialog onClose={closeDialog} />}
    </Suspense>
  );
}

export function App() {
  const [location] = useLocation();

  useEffect(followKeys, []);
  // Once the screen is there: what is typed right after Ctrl+K has to arrive in the palette.
  useEffect(() => void loadPalette().catch(() => undefined), []);

  useEffect(() => {
    document.getElementById("content")?.scrollTo(0, 0);
    document.documentElement.dataset.screen = location.split("/")[1] || "timer";
  }, [location]);

  return (
    <>
      <Feed />
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <StartBar />
      <Rail />
      <main id="content" tabIndex={-1}>
        <ErrorBoundary key={location}>
          <Suspense fallback={<Skeleton rows={8} />}>
            <Switch>
              {SCREENS.map(({ path, element }) => (
                <Route key={path} path={path === "/" ? path : `${path}/*?`}>
                  {element}
                </Route>
              ))}
              <Route>{SCREENS[0]?.element}</Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </main>
      <Notices>
        <Waiting />
      </Notices>
      <Dialogs />
    </>
  );
}
