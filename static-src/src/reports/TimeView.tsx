import type { DateKey } from "../time/dates";
import { formatDayMonth, formatMonth, formatShortDay } from "../time/format";
import { screenWords } from "../words/screens";
import { BarChart } from "./BarChart";
import { folded } from "./folding";
import { useHours } from "./hours";
import { Key } from "./Key";
import { datesOfBar, longName, shortName } from "./names";
import type { ViewProps } from "./ReportsScreen";
import { Swatch } from "./Swatch";
import { OTHERS, type Series, type Stacks, stacksOf, TINTS } from "./series";
import { HoursCell, TableFrame } from "./TableFrame";

export function TimeView({ report, question, tree, title, change, open, panel }: ViewProps) {
  const hours = useHours();
  const stacks = stacksOf(report, question, tree);
  const { bars, dates } = question;
  const byTag = question.group === "tag";
  const drawn = byTag ? stacks.series.slice(0, TINTS) : stacks.series;
  // What is left over is no one thing to ask for.
  const openPart = (date: DateKey | null, key: string | null): void =>
    open({
      dates: date === null ? null : datesOfBar(date, bars, dates),
      key: key === OTHERS ? null : key,
      inner: null,
    });
  return (
    <>
      <Key
        series={stacks.series}
        total={stacks.total}
        hours={hours}
        onOpen={({ key }) => change({ at: key })}
      />
      <BarChart
        label={screenWords.reports.barsOf(title)}
        series={drawn}
        beside={byTag}
        days={bars === "day"}
        weekStart={question.query.weekStart}
        columns={stacks.columns}
        hours={hours}
        nameShort={(key) => shortName(key, bars, stacks.columns.length)}
        nameLong={(key) => longName(key, bars)}
        totalLabel={screenWords.reports.total}
        onOpen={({ key: date }, key) => openPart(date, key)}
      />
      {byTag && (
        <p className="muted small">
          {screenWords.reports.tagNote}
          {drawn.length < stacks.series.length && ` ${screenWords.reports.tagsDrawn(drawn.length)}`}
        </p>
      )}
      {panel}
      <TimeTable stacks={stacks} question={question} hours={hours} onOpen={openPart} />
    </>
  );
}

interface TableProps {
  stacks: Stacks;
  question: ViewProps["question"];
  hours(seconds: number): string;
  onOpen(date: DateKey | null, key: string | null): void;
}

function TimeTable({ stacks: { series, columns, total }, question, hours, onOpen }: TableProps) {
  const { bars } = question;
  const name = { day: formatShortDay, week: formatDayMonth, month: formatMonth }[bars];
  const opening = (date: DateKey | null, one: Series) =>
    one.key !== OTHERS ? () => onOpen(date, one.key) : undefined;
  return (
    <TableFrame label={screenWords.reports.tableLabel}>
      <thead>
        <tr>
          <th scope="col">{screenWords.reports[bars]}</th>
          <th scope="col" className="number">
            {screenWords.reports.total}
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
        {folded(columns).map((row) => {
          if ("empty" in row)
            return <EmptyRows key={row.key} text={screenWords.reports.without[bars](row.empty)} />;
          const { key, seconds, parts } = row;
          return (
            <tr key={key}>
              <th scope="row">{name(key)}</th>
              <HoursCell
                seconds={seconds}
                hours={hours}
                strong
                of={name(key)}
                onOpen={() => onOpen(key, null)}
              />
              {series.map((one) => (
                <HoursCell
                  key={one.key}
                  seconds={parts.find((part) => part.key === one.key)?.value ?? 0}
                  hours={hours}
                  of={`${one.label}, ${name(key)}`}
                  onOpen={opening(key, one)}
                />
              ))}
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{screenWords.reports.total}</th>
          <HoursCell seconds={total} hours={hours} strong />
          {series.map((one) => (
            <HoursCell
              key={one.key}
              seconds={one.seconds}
              hours={hours}
              strong
              of={one.label}
              onOpen={opening(null, one)}
            />
          ))}
        </tr>
      </tfoot>
    </TableFrame>
  );
}

function EmptyRows({ text }: { text: string }) {
  return (
    <tr className="folded">
      <th scope="row" colSpan={1000}>
        {text}
      </th>
    </tr>
  );
}
