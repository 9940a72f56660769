/** The numbers of a row, and their pictures: its share of all time, its weeks. */

import type { CSSProperties } from "react";
import { formatDuration, formatExact } from "../time/duration";
import { barLength } from "../ui/scales";
import { screenWords } from "../words/screens";
import type { FiguresOf } from "./sums";

export function Figures({ color, weeks, ever, all, most }: FiguresOf) {
  return (
    <>
      <td className={`tree-share color-${color}`}>
        {ever !== undefined && <Share ever={ever} all={all} most={most} />}
      </td>
      <td className={`tree-weeks color-${color}`}>{weeks && <Weeks weeks={weeks} />}</td>
      <Seconds value={weeks && (weeks.at(-1) ?? 0)} />
      <Seconds value={ever} />
    </>
  );
}

function Share({ ever, all, most }: Pick<FiguresOf, "all" | "most"> & { ever: number }) {
  const percent = screenWords.projects.percent(all > 0 ? ever / all : 0);
  const style = { "--length": `${barLength(ever, most, 100)}%` } as CSSProperties;
  return (
    <>
      <span className="share-bar" style={style} title={percent} aria-hidden="true" />
      <span className="hidden">{percent}</span>
    </>
  );
}

const BAR = 5;
const STEP = 7;
const HEIGHT = 20;

/** Each row against its own best week: a small project's course can be seen, too. */
function Weeks({ weeks }: { weeks: readonly number[] }) {
  const most = Math.max(...weeks);
  const label = screenWords.projects.inWeeks(
    formatDuration(weeks.reduce((all, one) => all + one, 0)),
  );
  return (
    <svg role="img" aria-label={label} width={weeks.length * STEP - (STEP - BAR)} height={HEIGHT}>
      <title>{label}</title>
      {weeks.map((seconds, index) => {
        // A week without time keeps its place, as a line on the ground.
        const height = Math.max(1, barLength(seconds, most, HEIGHT));
        const place = { x: index * STEP, y: HEIGHT - height, width: BAR, height };
        // biome-ignore lint/suspicious/noArrayIndexKey: a week is known by its place
        return <rect key={index} {...place} rx={1} data-empty={seconds === 0 || undefined} />;
      })}
    </svg>
  );
}

function Seconds({ value }: { value: number | undefined }) {
  return (
    <td className="number" title={value === undefined ? undefined : formatExact(value)}>
      {value === undefined ? "" : value === 0 ? <Nothing /> : formatDuration(value)}
    </td>
  );
}

const Nothing = () => <span className="tree-nothing">·</span>;
