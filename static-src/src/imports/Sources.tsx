import { useId } from "react";
import { screenWords } from "../words/screens";

const text = screenWords.imports;
const TRACKERS = [
  "toggl",
  "clockify",
  "harvest",
  "kimai",
  "solidtime",
  "timetagger",
  "timewarrior",
  "watson",
  "klog",
  "calendar",
  "table",
  "clockwork",
] as const;

/** How to get a file from each tracker. */
export function Sources() {
  const id = useId();
  return (
    <section className="import-sources" aria-labelledby={id}>
      <h2 id={id}>{text.sourcesTitle}</h2>
      <dl>
        {TRACKERS.map((name) => (
          <div key={name}>
            <dt>{text.trackers[name]}</dt>
            <dd className="muted">{text.sources[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
