import { Fragment } from "react";
import { formatPercent } from "../time/format";
import { screenWords } from "../words/screens";
import { useHours } from "./hours";
import { SeriesName } from "./Key";
import { datesOfBar, longName } from "./names";
import { type Part, WHOLE } from "./part";
import type { ViewProps } from "./ReportsScreen";
import { ShareChart } from "./ShareChart";
import { Swatch } from "./Swatch";
import { type Level, levelsOf, limited, type Series } from "./series";
import { HoursCell, TableFrame } from "./TableFrame";

const MOST_BARS = 16;

export function ShareView({
  report,
  question,
  tree,
  title,
  change,
  open: openPart,
  panel,
}: ViewProps) {
  const hours = useHours();
  const levels = levelsOf(report, question, tree);
  const total = report.totalSeconds;
  const open = ({ key }: Series): void => change({ at: key });
  return (
    <>
      <ShareChart
        label={screenWords.reports.sharesOf(title)}
        series={question.group === "tag" ? levels.slice(0, MOST_BARS) : limited(levels, MOST_BARS)}
        total={total}
        hours={hours}
        onOpen={(one) => (one.inside ? open(one) : openPart({ ...WHOLE, key: one.key }))}
      />
      {question.group === "tag" && <p className="muted small">{screenWords.reports.tagNote}</p>}
      {panel}
      <TableFrame label={screenWords.reports.tableLabel}>
        <thead>
          <tr>
            <th scope="col">{screenWords.reports.groups[question.group]}</th>
            <th scope="col" className="number">
              {screenWords.reports.time}
            </th>
            <th scope="col" className="number">
              {screenWords.reports.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <LevelRows
              key={level.key}
              level={level}
              question={question}
              total={total}
              onOpen={open}
              openPart={openPart}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{screenWords.reports.total}</th>
            <HoursCell seconds={total} hours={hours} strong />
            <td className="number sum">{formatPercent(1)}</td>
          </tr>
        </tfoot>
      </TableFrame>
    </>
  );
}

interface RowsProps {
  level: Level;
  question: ViewProps["question"];
  total: number;
  onOpen(series: Series): void;
  openPart: ViewProps["open"];
}

/** A group, and what is in it on the second level. */
function LevelRows({ level, question, total, onOpen, openPart }: RowsProps) {
  const hours = useHours();
  const { second, dates } = question;
  const { key } = level;
  const dated = second === "day" || second === "week" || second === "month";
  const partOf = (inner: string): Part =>
    dated
      ? { dates: datesOfBar(inner, second, dates), key, inner: null }
      : { dates: null, key, inner };
  return (
    <Fragment>
      <tr className={level.rows.length > 0 ? "outer" : undefined}>
        <th scope="row">
          <Swatch color={level.color} tint={level.tint} />
          <SeriesName series={level} onOpen={onOpen} />
        </th>
        <HoursCell
          seconds={level.seconds}
          hours={hours}
          of={level.label}
          onOpen={() => openPart({ ...WHOLE, key })}
        />
        <td className="number">{formatPercent(level.seconds / total)}</td>
      </tr>
      {level.rows.map((row) => (
        <tr key={row.key} className="inner">
          <th scope="row">{dated ? longName(row.key, second) : row.label}</th>
          <HoursCell
            seconds={row.seconds}
            hours={hours}
            of={`${level.label}, ${dated ? longName(row.key, second) : row.label}`}
            onOpen={() => openPart(partOf(row.key))}
          />
          <td className="number">{formatPercent(row.seconds / total)}</td>
        </tr>
      ))}
    </Fragment>
  );
}
