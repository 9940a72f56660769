import { memo } from "react";
import type { DateKey } from "../time/dates";
import type { Day } from "./days";
import { TodayDial } from "./TodayDial";
import { WeekPanel } from "./WeekPanel";

interface Props {
  days: Day[];
  today: DateKey;
  week: DateKey;
}

/** Today and this week at a glance, beside the list or above it. What is edited there is not theirs. */
export default memo(function Panel({ days, today, week }: Props) {
  return (
    <>
      <TodayDial days={days} today={today} />
      <WeekPanel days={days} today={today} week={week} />
    </>
  );
});
