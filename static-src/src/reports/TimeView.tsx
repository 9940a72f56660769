import { formatDayMonth, formatMonth, formatShortDay } from "../time/format";
import { words } from "../words";
import { BarChart } from "./BarChart";
import { useHours } from "./hours";
import { Key } from "./Key";
import { datesOfBar, longName, shortName } from "./names";
import type { ViewProps } from "./ReportsScreen";
import { Swatch } from "./Swatch";
import { type Stacks, stacksOf } from "./series";
import { HoursCell, TableFrame } from "./TableFrame";

export function TimeView({ report, question, tree, title, change }: ViewProps) {
  const hours = useHours();
  const stacks = stacksOf(report, question, tree);
  const { bars, dates } = question;
  return (
    <>
      <Key series={stacks.series} hours={hours} onOpen={({ key }) => change({ at: key })} />
      <BarChart
        label={words.reports.barsOf(title)}
        series={stacks.series}
        columns={stacks.columns}
        hours={hours}
        nameShort={(key) => shortName(key, bars, stacks.columns.length)}
        nameLong={(key) => longName(key, bars)}
        totalLabel={words.reports.total}
        {...(bars !== "day" && {
          onOpen: ({ key }) => change({ range: datesOfBar(key, bars, dates), bars: null }),
        })}
      />
      {question.group === "tag" && <p className="muted small">{words.reports.tagNote}</p>}
      <TimeTable stacks={stacks} question={question} hours={hours} />
    </>
  );
}

interface TableProps {
  stacks: Stacks;
  question: ViewProps["question"];
  hours(seconds: number): string;
}

function TimeTable({ stacks: { series, columns, total }, question, hours }: TableProps) {
  const { bars } = question;
  const name = { day: formatShortDay, week: formatDayMonth, month: formatMonth }[bars];
  return (
    <TableFrame label={words.reports.tableLabel}>
      <thead>
        <tr>
          <th scope="col">{words.reports[bars]}</th>
          <th scope="col" className="number">
            {words.reports.total}
          </th>
          {series.map((one) => (
            <th scope="col" className="number" key={one.key}>
              <Swatch color={one.color} tint={one.tint} />
              {one.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map(({ key, seconds, parts }) => (
          <tr key={key}>
            <th scope="row">{name(key)}</th>
            <HoursCell seconds={seconds} hours={hours} strong />
            {series.map((one) => (
              <HoursCell
                key={one.key}
                seconds={parts.find((part) => part.key === one.key)?.value ?? 0}
                hours={hours}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.reports.total}</th>
          <HoursCell seconds={total} hours={hours} strong />
          {series.map((one) => (
            <HoursCell key={one.key} seconds={one.seconds} hours={hours} strong />
          ))}
        </tr>
      </tfoot>
    </TableFrame>
  );
}
