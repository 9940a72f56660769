import { lazy, Suspense } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { browserZone } from "../accounts/zone";
import { useMayAdminister, useSession } from "../app/SessionProvider";
import { type Preferences, setPreferences, usePreferences } from "../data/preferences";
import { addDays, type Weekday } from "../time/dates";
import { formatTime, formatWeekday } from "../time/format";
import { useMinutes } from "../ui/now";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { About } from "./About";
import { Choice } from "./Choice";
import "./settings.css";
import { Section } from "./Section";
import { ZoneSelect } from "./ZoneSelect";

const AccountScreen = lazy(() => import("../accounts/AccountScreen"));
const PeopleScreen = lazy(() => import("../accounts/PeopleScreen"));

const MONDAY = "2026-11-02";
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

function ZoneField({ zone, zoneName, hours }: Preferences & { zoneName: string }) {
  const minute = useMinutes();
  return (
    <div className="settings-row">
      <label htmlFor="settings-zone">{words.settings.zone}</label>
      <div>
        <ZoneSelect
          id="settings-zone"
          aria-describedby="settings-zone-help"
          value={zone}
          onChange={(event) => setPreferences({ zone: event.target.value })}
        >
          <option value="system">{words.settings.zoneSystem(browserZone())}</option>
        </ZoneSelect>
        <p className="muted small" id="settings-zone-help">
          {words.settings.zoneNow(formatTime(minute, zoneName, hours))} {words.settings.zoneHelp}
        </p>
      </div>
    </div>
  );
}

function WeekStartField({ weekStart }: Preferences) {
  return (
    <div className="settings-row">
      <label htmlFor="settings-week">{words.settings.weekStart}</label>
      <select
        id="settings-week"
        value={weekStart}
        onChange={(event) => setPreferences({ weekStart: Number(event.target.value) as Weekday })}
      >
        {WEEKDAYS.map((day) => (
          <option key={day} value={day}>
            {formatWeekday(addDays(MONDAY, day - 1), "long")}
          </option>
        ))}
      </select>
    </div>
  );
}

/** With one local person there is nothing but this browser's settings. */
export default function SettingsScreen() {
  const { mode } = useSession();
  const mayAdminister = useMayAdminister();
  const tabs = [
    { path: "/settings", name: words.accounts.browser, element: <BrowserSettings /> },
    { path: "/settings/account", name: words.accounts.account, element: <AccountScreen /> },
    { path: "/settings/people", name: words.accounts.people, element: <PeopleScreen /> },
  ];
  const shown = mode === "none" ? tabs.slice(0, 1) : tabs.slice(0, mayAdminister ? 3 : 2);
  return (
    <div className="settings">
      <h1>{words.settings.title}</h1>
      {shown.length > 1 && <Tabs tabs={shown} />}
      <Suspense fallback={<Skeleton rows={6} />}>
        <Switch>
          {shown.map(({ path, element }) => (
            <Route key={path} path={path}>
              {element}
            </Route>
          ))}
          <Redirect to="/settings" replace />
        </Switch>
      </Suspense>
    </div>
  );
}

function Tabs({ tabs }: { tabs: { path: string; name: string }[] }) {
  const [location] = useLocation();
  return (
    <nav className="settings-tabs" aria-label={words.settings.title}>
      {tabs.map(({ path, name }) => (
        <Link key={path} href={path} aria-current={location === path ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

function BrowserSettings() {
  const preferences = usePreferences();
  const text = words.settings;
  return (
    <>
      <p className="muted settings-kept">{text.kept}</p>
      <Section title={text.time}>
        <ZoneField {...preferences} />
        <WeekStartField {...preferences} />
        <Choice
          label={text.hours}
          value={preferences.hours}
          options={{ system: text.hoursSystem, "12": text.hours12, "24": text.hours24 }}
          onChange={(hours) => setPreferences({ hours })}
        />
        <Choice
          label={text.decimal}
          value={preferences.decimal ? "on" : "off"}
          options={{ off: text.decimalOff, on: text.decimalOn }}
          onChange={(choice) => setPreferences({ decimal: choice === "on" })}
        />
      </Section>
      <Section title={text.look}>
        <Choice
          label={text.theme}
          value={preferences.theme}
          options={{ system: text.themeSystem, light: text.themeLight, dark: text.themeDark }}
          onChange={(theme) => setPreferences({ theme })}
        />
        <Choice
          label={text.density}
          value={preferences.density}
          options={{ comfortable: text.comfortable, dense: text.dense }}
          onChange={(density) => setPreferences({ density })}
        />
      </Section>
      <Section title={text.about}>
        <About />
      </Section>
    </>
  );
}
