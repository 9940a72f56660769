import { Link, useLocation } from "wouter";
import { useSession } from "../store/session";
import { useKnown } from "../store/state";
import { Icon, type IconName } from "../ui/Icon";
import { Mark } from "../ui/Mark";
import { words } from "../words";
import { refusedIn, waitingIn } from "./describe";

export interface Screen {
  path: string;
  name: string;
  icon: IconName;
}

/** A screen may have addresses of its own below its path. */
const isWithin = (path: string, location: string): boolean =>
  location === path || (path !== "/" && location.startsWith(`${path}/`));

export function Rail({ screens }: { screens: readonly Screen[] }) {
  const [location] = useLocation();
  const current = (path: string) => (isWithin(path, location) ? "page" : undefined);
  return (
    <nav className="rail" aria-label={words.nav.label}>
      <div className="rail-mark">
        <Mark />
        <span>{words.app}</span>
      </div>
      {screens.map(({ path, name, icon }) => (
        <Link key={path} href={path} aria-current={current(path)} title={name}>
          <Icon name={icon} />
          <span>{name}</span>
        </Link>
      ))}
      <Person current={current("/settings")} />
    </nav>
  );
}

/** How saving stands, in words. */
function useSaving(): string {
  const changes = useKnown((known) => known.changes);
  const refused = refusedIn(changes).length;
  const waiting = waitingIn(changes).length;
  if (refused > 0) return words.nav.refused(refused);
  return waiting > 0 ? words.nav.waiting(waiting) : words.nav.saved;
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/u)
    .map((part) => part[0] ?? "")
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join("")
    .toUpperCase();

/** Who it is and how saving stands; leads to the settings. */
function Person({ current }: { current: "page" | undefined }) {
  const { mode, person } = useSession();
  const saving = useSaving();
  const alone = mode === "none";
  const name = alone ? words.nav.settings : person.name;
  return (
    <Link
      href="/settings"
      className="person color-purple"
      aria-current={current}
      title={words.nav.settings}
    >
      {alone ? (
        <Icon name="settings" />
      ) : (
        <span className="person-initials" aria-hidden="true">
          {initialsOf(name)}
        </span>
      )}
      <span>
        <strong>{name}</strong> {!alone && <span className="hidden">{words.nav.settings} </span>}
        {saving}
      </span>
    </Link>
  );
}
