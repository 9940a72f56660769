import { type ReactNode, useMemo } from "react";
import { type Preferences, setPreferences, usePreferences } from "../data/preferences";
import { addDays, type Weekday } from "../time/dates";
import { formatTime, formatWeekday } from "../time/format";
import { useMinutes } from "../ui/now";
import { words } from "../words";
import { About } from "./About";
import { Choice } from "./Choice";
import "./settings.css";
import { zoneGroups } from "./zones";

const MONDAY = "2026-11-02";
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="settings-section">
      <h2>{title}</h2>
      <div className="settings-fields">{children}</div>
    </section>
  );
}

function ZoneField({ zone, zoneName, hours }: Preferences & { zoneName: string }) {
  const groups = useMemo(() => zoneGroups(Intl.supportedValuesOf("timeZone"), zone), [zone]);
  const minute = useMinutes();
  const system = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  return (
    <div className="settings-row">
      <label htmlFor="settings-zone">{words.settings.zone}</label>
      <div>
        <select
          id="settings-zone"
          aria-describedby="settings-zone-help"
          value={zone}
          onChange={(event) => setPreferences({ zone: event.target.value })}
        >
          <option value="system">{words.settings.zoneSystem(system)}</option>
          {groups.map(({ area, zones }) => (
            <optgroup key={area} label={area}>
              {zones.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
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

export default function SettingsScreen() {
  const preferences = usePreferences();
  const text = words.settings;
  return (
    <div className="settings">
      <h1>{text.title}</h1>
      <p className="muted">{text.kept}</p>
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
    </div>
  );
}
