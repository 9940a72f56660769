import { useEffect } from "react";
import type { TimeEntry } from "../api/types";
import { isThere } from "../store/found";
import { useShown } from "../store/state";
import { inform } from "../ui/notices";
import { words } from "../words";
import type { Day } from "./days";
import { type Editing, setEditing, useEditor } from "./editing";
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
  if (days.some(({ pieces }) => pieces.some((piece) => piece.entry.id === id))) return null;
  if (!entry) return <Missing key={id} editing={editing} />;
  return (
    <div className="entry new-entry" data-entry={id} data-date={date} data-open="true">
      <OpenRow entry={entry} editing={editing} />
    </div>
  );
}

/** In no list: of a time that isn't shown, or deleted elsewhere, which only the server knows. */
function Missing({ editing }: { editing: Editing }) {
  const { id, draft } = editing;
  useEffect(() => {
    void isThere(id)
      .then((there) => there || enterAnew(id))
      .catch(() => undefined);
  }, [id]);
  if (!draft) return null;
  return (
    <div className="entry new-entry" data-entry={id} data-open="true">
      <OpenRow entry={draft.seen as TimeEntry} editing={editing} />
    </div>
  );
}

/** What was typed into an entry that is gone can be saved as a new one. */
function enterAnew(id: string): void {
  const { editing } = useEditor.getState();
  if (editing?.id !== id || !editing.draft) return;
  inform(words.editor.gone);
  if (!editing.touched) setEditing(null);
  else setEditing({ ...editing, id: "new", span: editing.draft.seen });
}
