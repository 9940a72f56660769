/** What becomes of time that is taken, and how clock times are read. */

import { useId } from "react";
import { browserZone, usePreferences } from "../store/preferences";
import { ZoneSelect } from "../ui/ZoneSelect";
import { presentName } from "../ui/zones";
import { screenWords } from "../words/screens";
import type { Deciding, Import } from "./calls";

const text = screenWords.imports;
const OVERLAPS = ["shorten", "skip", "keep"] as const;

const two = (value: number): string => String(value).padStart(2, "0");
const clockOf = (minutes: number): string =>
  `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** Minutes after midnight; null for what is no time of day. */
function minutesOf(clock: string): number | null {
  const found = /^(\d\d):(\d\d)/.exec(clock);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

export function Decisions({ one, deciding }: { one: Import; deciding: Deciding }) {
  const { zoneName } = usePreferences();
  const { choices } = one;
  const ids = { overlaps: useId(), zone: useId(), start: useId() };
  const { decide } = deciding;
  return (
    <section className="import-decisions">
      <h3>{text.decisions}</h3>
      <div className="import-fields">
        <div className="field">
          <label htmlFor={ids.overlaps}>{text.overlaps}</label>
          <select
            id={ids.overlaps}
            value={choices.overlaps}
            onChange={({ target: { value } }) =>
              void decide({ overlaps: value as (typeof OVERLAPS)[number] })
            }
          >
            {OVERLAPS.map((name) => (
              <option key={name} value={name}>
                {text.overlapping[name]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={ids.zone}>{text.zone}</label>
          <ZoneSelect
            id={ids.zone}
            value={choices.zone ?? ""}
            onChange={(event) => void decide({ zone: event.target.value || null })}
          >
            <option value="">{text.zoneUnsaid(presentName(zoneName || browserZone()))}</option>
          </ZoneSelect>
        </div>
        <div className="field">
          <label htmlFor={ids.start}>{text.dayStart}</label>
          <input
            id={ids.start}
            type="time"
            defaultValue={clockOf(choices.dayStart)}
            onBlur={({ target: { value } }) => {
              const dayStart = minutesOf(value);
              if (dayStart !== null && dayStart !== choices.dayStart) void decide({ dayStart });
            }}
          />
        </div>
      </div>
    </section>
  );
}
