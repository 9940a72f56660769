import { useState } from "react";
import { setPreferences, usePreferences } from "../store/preferences";
import { formatDuration, parseDuration } from "../time/duration";
import { screenWords } from "../words/screens";

const DAY = 86_400;

/** Seconds; 0 for none, null when it is nothing that a day can have. A plain 8 is hours. */
function targetOf(text: string): number | null {
  const typed = text.trim();
  if (typed === "") return 0;
  const seconds = /^\d{1,2}$/.test(typed) ? Number(typed) * 3600 : parseDuration(typed);
  return seconds !== null && seconds <= DAY ? seconds : null;
}

const shown = (target: number): string => (target > 0 ? formatDuration(target) : "");

/** How much is meant to be worked in a day, which the dial holds the day against. */
export function TargetField() {
  const { target } = usePreferences();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && targetOf(typed) === null;
  const text = screenWords.settings;
  const change = (value: string): void => {
    setTyped(value);
    const seconds = targetOf(value);
    if (seconds !== null) setPreferences({ target: seconds });
  };
  return (
    <div className="settings-row">
      <label htmlFor="settings-target">{text.target}</label>
      <div>
        <input
          id="settings-target"
          type="text"
          autoComplete="off"
          placeholder={text.targetNone}
          value={typed ?? shown(target)}
          aria-invalid={wrong || undefined}
          aria-describedby="settings-target-help"
          onChange={(event) => change(event.target.value)}
          onBlur={() => !wrong && setTyped(null)}
        />
        <p
          id="settings-target-help"
          className={wrong ? "field-errors" : "muted small"}
          role={wrong ? "alert" : undefined}
        >
          {wrong ? text.targetWrong : text.targetHelp}
        </p>
      </div>
    </div>
  );
}
