/** Hours by month, beside those of the file itself: what makes a difference is marked. */

import { formatDuration } from "../time/duration";
import { formatMonth } from "../time/format";
import { screenWords } from "../words/screens";
import type { Import, Month } from "./calls";

const text = screenWords.imports;

const sum = (months: readonly Month[], of: (month: Month) => number): number =>
  months.reduce((all, month) => all + of(month), 0);

const missing = ({ fileSeconds, seconds, knownSeconds }: Month): number =>
  Math.max(0, fileSeconds - seconds - knownSeconds);

export function Months({ one: { months, state } }: { one: Import }) {
  if (months.length === 0) return null;
  const added = state === "draft" ? text.toAdd : text.wereAdded;
  const columns = [text.inFile, added, text.there, text.missing];
  const all: Month = {
    month: "",
    entries: 0,
    seconds: sum(months, ({ seconds }) => seconds),
    knownSeconds: sum(months, ({ knownSeconds }) => knownSeconds),
    fileSeconds: sum(months, ({ fileSeconds }) => fileSeconds),
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="import-months" aria-label={text.months} tabIndex={0}>
      <h3>{text.months}</h3>
      <table>
        <caption className="hidden">{text.months}</caption>
        <thead>
          <tr>
            <th scope="col">{text.month}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <Row key={month.month} month={month} name={formatMonth(`${month.month}-01`)} />
          ))}
        </tbody>
        <tfoot>
          <Row month={all} name={text.sum} />
        </tfoot>
      </table>
    </section>
  );
}

function Row({ month, name }: { month: Month; name: string }) {
  const less = missing(month);
  return (
    <tr className={less > 0 ? "import-less" : undefined}>
      <th scope="row">{name}</th>
      <Hours seconds={month.fileSeconds} />
      <Hours seconds={month.seconds} />
      <Hours seconds={month.knownSeconds} />
      <Hours seconds={less} />
    </tr>
  );
}

const Hours = ({ seconds }: { seconds: number }) => (
  <td className={seconds === 0 ? "number muted" : "number"}>
    {seconds === 0 ? "–" : formatDuration(seconds)}
  </td>
);
