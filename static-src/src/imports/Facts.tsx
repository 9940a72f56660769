/** How much it is, and what becomes of each row. */

import { usePreferences } from "../store/preferences";
import { formatDuration } from "../time/duration";
import { formatRange, locale } from "../time/format";
import { dateOf } from "../time/zone";
import { screenWords } from "../words/screens";
import type { Import } from "./calls";

const text = screenWords.imports;
const COUNTS = ["known", "skipped", "unreadable", "shortened"] as const;

export function Facts({ one }: { one: Import }) {
  const { zoneName } = usePreferences();
  const first = one.first && dateOf(Date.parse(one.first), zoneName);
  const last = one.last && dateOf(Date.parse(one.last), zoneName);
  const counts = COUNTS.filter((name) => one[name] > 0);
  return (
    <dl className="import-facts">
      <div>
        <dt>{text.hours}</dt>
        <dd className="number">{formatDuration(one.seconds)}</dd>
      </div>
      {first && last && (
        <div>
          <dt>{text.range}</dt>
          <dd>{formatRange(first, last)}</dd>
        </div>
      )}
      <div>
        <dt>{text.rows}</dt>
        <dd className="number">{one.rows.toLocaleString(locale)}</dd>
      </div>
      <div>
        <dt>{one.state === "draft" ? text.toAdd : text.wereAdded}</dt>
        <dd className="number">{one.added.toLocaleString(locale)}</dd>
      </div>
      {counts.map((name) => (
        <div key={name}>
          <dt>{text.counts[name]}</dt>
          <dd className="number">{one[name].toLocaleString(locale)}</dd>
        </div>
      ))}
      {one.tags.length > 0 && (
        <div className="import-tags">
          <dt>{text.tags}</dt>
          <dd>{one.tags.join(", ")}</dd>
        </div>
      )}
    </dl>
  );
}
