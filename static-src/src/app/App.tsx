import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import { useActions } from "../actions/useActions";
import { TimerScreen } from "../timer/TimerScreen";
import { ErrorBoundary } from "../ui/ErrorBoundary";
import { Icon, type IconName } from "../ui/Icon";
import { Notices } from "../ui/Notices";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { StartBar } from "./StartBar";

const ReportsScreen = lazy(() => import("../reports/ReportsScreen"));
const ProjectsScreen = lazy(() => import("../projects/ProjectsScreen"));
const SettingsScreen = lazy(() => import("../settings/SettingsScreen"));
const loadPalette = () => import("../actions/Palette");
const Palette = lazy(loadPalette);
const Help = lazy(() => import("../actions/Help"));

/** The screens; another one is another line here, and a `go` in the registry. */
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

export function App() {
  const { dialog, close, run, available } = useActions();
  const [location] = useLocation();

  // Once the screen is there: what is typed right after Ctrl+K has to arrive in the palette.
  useEffect(() => void loadPalette().catch(() => undefined), []);

  useEffect(() => {
    document.getElementById("content")?.scrollTo(0, 0);
    document.documentElement.dataset.screen = location.split("/")[1] || "timer";
  }, [location]);

  return (
    <>
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
      <Notices />
      <Suspense>
        {dialog === "palette" && <Palette actions={available()} run={run} onClose={close} />}
        {dialog === "help" && <Help onClose={close} />}
      </Suspense>
    </>
  );
}
