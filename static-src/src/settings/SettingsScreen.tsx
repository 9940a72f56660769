import { type ReactNode, Suspense } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { type Preferences, setPreferences, usePreferences } from "../store/preferences";
import { addDays, type Weekday } from "../time/dates";
import { formatWeekday } from "../time/format";
import { ScreenHeading } from "../ui/ScreenHeading";
import { Section } from "../ui/Section";
import { Skeleton } from "../ui/Skeleton";
import { LANGUAGES, type LanguageChoice } from "../words/language";
import { screenWords } from "../words/screens";
import { About } from "./About";
import { Choice } from "./Choice";
import { KeysSection } from "./KeysSection";
import "./settings.css";
import { TargetField } from "./TargetField";
import { ZoneField } from "./ZoneField";

const MONDAY = "2026-11-02";
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

function WeekStartField({ weekStart }: Preferences) {
  return (
    <div className="settings-row">
      <label htmlFor="settings-week">{screenWords.settings.weekStart}</label>
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

interface Tab {
  path: string;
  name: string;
  element: ReactNode;
}

export default function SettingsScreen({ tabs }: { tabs: Tab[] }) {
  return (
    <div className="settings">
      <Heading tabs={tabs} />
      {tabs.length > 1 && <Tabs tabs={tabs} />}
      <Suspense fallback={<Skeleton rows={6} />}>
        <Switch>
          {tabs.map(({ path, element }) => (
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

/** Which of the tabs it is can be seen from them, and is read out here. */
function Heading({ tabs }: { tabs: Tab[] }) {
  const [location] = useLocation();
  const { title } = screenWords.settings;
  const tab = tabs.length > 1 ? tabs.find(({ path }) => path === location) : undefined;
  return (
    <ScreenHeading name={tab ? `${tab.name} · ${title}` : title}>
      {title}
      {tab && <span className="hidden">: {tab.name}</span>}
    </ScreenHeading>
  );
}

function Tabs({ tabs }: { tabs: Tab[] }) {
  const [location] = useLocation();
  return (
    <nav className="settings-tabs" aria-label={screenWords.settings.title}>
      {tabs.map(({ path, name }) => (
        <Link key={path} href={path} aria-current={location === path ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

/** Screens take their words when they are loaded, hence all of them are loaded anew. */
function speak(language: LanguageChoice): void {
  setPreferences({ language });
  location.reload();
}

export function BrowserSettings() {
  const preferences = usePreferences();
  const text = screenWords.settings;
  return (
    <>
      <p className="muted settings-kept">{text.kept}</p>
      <Section title={text.time}>
        <ZoneField />
        <WeekStartField {...preferences} />
        <Choice
          label={text.hours}
          value={preferences.hours}
          options={{ system: text.hoursSystem, "12": text.hours12, "24": text.hours24 }}
          onChange={(hours) => setPreferences({ hours })}
        />
        <TargetField />
        <Choice
          label={text.decimal}
          value={preferences.decimal ? "on" : "off"}
          options={{ off: text.decimalOff, on: text.decimalOn }}
          onChange={(choice) => setPreferences({ decimal: choice === "on" })}
        />
      </Section>
      <Section title={text.look}>
        <Choice
          label={text.language}
          value={preferences.language}
          options={{ system: text.languageSystem, ...LANGUAGES }}
          onChange={speak}
        />
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
      <KeysSection />
      <Section title={screenWords.imports.title}>
        <p>{screenWords.imports.lead}</p>
        <Link href="/import" className="button settings-import">
          {screenWords.imports.choose}
        </Link>
      </Section>
      <Section title={text.about}>
        <About />
      </Section>
    </>
  );
}
