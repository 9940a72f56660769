/** The one zone: which it is, where it comes from, and a way to that of this browser's clock. */

import { api, body } from "../api/client";
import { browserZone, setPreferences, usePreferences } from "../store/preferences";
import { adoptSession, currentSession, useSession } from "../store/session";
import { followZone, UNCHOSEN } from "../store/zone";
import { formatTime } from "../time/format";
import { tell } from "../ui/explain";
import { useMinutes } from "../ui/now";
import { ZoneSelect } from "../ui/ZoneSelect";
import { presentName, readable } from "../ui/zones";
import { screenWords } from "../words/screens";

const text = screenWords.settings;
const FIELD = "settings-zone";

/** Shown at once; what the server doesn't take is as it was. */
async function choose(zone: string): Promise<void> {
  setPreferences({ zone });
  const chosen = zone === "system" ? UNCHOSEN : zone;
  try {
    const person = await body(api.PATCH("/api/account", { body: { zone: chosen } }));
    const session = currentSession();
    if (session) await adoptSession({ ...session, person });
  } catch (error) {
    const session = currentSession();
    if (session) followZone(session.person);
    tell(text.zone, error);
  }
}

export function ZoneField() {
  const { zone, zoneName, hours } = usePreferences();
  const minute = useMinutes();
  return (
    <div className="settings-row">
      <label htmlFor={FIELD}>{text.zone}</label>
      <div>
        <ZoneSelect
          id={FIELD}
          aria-describedby={`${FIELD}-help`}
          value={zone}
          onChange={(event) => void choose(event.target.value)}
        >
          <option value="system">{text.zoneSystem(readable(browserZone()))}</option>
        </ZoneSelect>
        <p className="muted small" id={`${FIELD}-help`}>
          <Source chosen={zone !== "system"} /> {text.zoneNow(formatTime(minute, zoneName, hours))}{" "}
          {text.zoneHelp}
        </p>
        <OtherClock zone={zoneName} />
      </div>
    </div>
  );
}

/** Alone on one's own machine nothing is said of accounts. */
function Source({ chosen }: { chosen: boolean }) {
  const { mode } = useSession();
  if (!chosen) return text.zoneOfBrowser;
  return mode === "none" ? text.zoneOfServer : text.zoneOfAccount;
}

/** As on a journey: times are those of home until one says otherwise. */
function OtherClock({ zone }: { zone: string }) {
  const clock = presentName(browserZone());
  if (presentName(zone) === clock) return null;
  const use = (): void => {
    document.getElementById(FIELD)?.focus();
    void choose(clock);
  };
  return (
    <p className="zone-other">
      {text.zoneDiffers(readable(clock))}{" "}
      <button type="button" className="button" onClick={use}>
        {text.zoneUse(readable(clock))}
      </button>
    </p>
  );
}
