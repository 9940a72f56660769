import { useShown } from "../store/state";
import type { Day } from "./days";
import type { Editing } from "./editing";
import NewEntry from "./NewEntry";
import OpenRow from "./OpenRow";

interface Props {
  editing: Editing;
  days: readonly Day[];
}

/** What is open for editing while no day below has it: it stays in view. */
export default function OpenElsewhere({ editing, days }: Props) {
  const { id, date } = editing;
  const { entries } = useShown();
  if (id === "new") {
    return days.some((day) => day.date === date) ? null : <NewEntry editing={editing} />;
  }
  const entry = entries.find((one) => one.id === id);
  if (!entry || days.some(({ pieces }) => pieces.some((piece) => piece.entry.id === id)))
    return null;
  return (
    <div className="entry new-entry" data-entry={id} data-date={date} data-open="true">
      <OpenRow entry={entry} editing={editing} />
    </div>
  );
}
