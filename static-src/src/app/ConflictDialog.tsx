/** Two people, or two devices, changed the same entry: both side by side, chosen field by field. */

import { useState } from "react";
import type { TimeEntry } from "../api/types";
import type { Change, EntryFields } from "../store/changes";
import { update } from "../store/doing";
import { usePreferences } from "../store/preferences";
import { known } from "../store/state";
import { dismissChange } from "../store/sync";
import { pathText } from "../store/tree";
import { formatDateTime } from "../time/format";
import { writeTag } from "../timer/line";
import { Dialog } from "../ui/Dialog";
import { words } from "../words";

const text = words.conflict;
type Name = keyof EntryFields;

/** What the person wanted, by field. */
function mineOf(change: Change): EntryFields {
  if (change.kind === "update") return change.fields;
  return change.kind === "stop" ? { stoppedAt: change.stop } : {};
}

function useWriting() {
  const { zoneName, hours } = usePreferences();
  return (name: Name, value: unknown): string => {
    if (name === "tags") return (value as string[]).map(writeTag).join(" ") || text.none;
    if (name === "categoryId") {
      const place = known.getState().places.get(String(value));
      return place ? pathText(place) : words.timer.unknownPlace;
    }
    if (name === "note") return String(value ?? "") || text.none;
    return value ? formatDateTime(Date.parse(String(value)), zoneName, hours) : words.timer.now;
  };
}

interface Props {
  change: Change;
  present: TimeEntry;
  onClose(): void;
}

export default function ConflictDialog({ change, present, onClose }: Props) {
  const write = useWriting();
  const mine = mineOf(change);
  const names = (Object.keys(mine) as Name[]).filter(
    (name) => JSON.stringify(mine[name] ?? "") !== JSON.stringify(present[name] ?? ""),
  );
  const [chosen, setChosen] = useState<Partial<Record<Name, "mine" | "theirs">>>({});

  const save = (): void => {
    const kept = names.filter((name) => chosen[name] !== "theirs");
    const fields: EntryFields = Object.fromEntries(kept.map((name) => [name, mine[name]]));
    void dismissChange(change.key);
    const projectId = known.getState().places.get(fields.categoryId ?? "")?.project.id;
    if (Object.keys(fields).length > 0)
      update(present, fields, { projectId, origin: change.origin });
    onClose();
  };

  const option = (name: Name, side: "mine" | "theirs", value: unknown) => (
    <label className="conflict-side">
      <input
        type="radio"
        name={name}
        checked={(chosen[name] ?? "mine") === side}
        onChange={() => setChosen({ ...chosen, [name]: side })}
      />
      <span>
        <span className="muted small">{text[side]}</span>
        {write(name, value)}
      </span>
    </label>
  );

  return (
    <Dialog title={text.title} onClose={onClose} className="conflict">
      <p>{text.lead}</p>
      {names.map((name) => (
        <fieldset key={name} className="conflict-field">
          <legend>{text.fields[name]}</legend>
          {option(name, "mine", mine[name])}
          {option(name, "theirs", present[name])}
        </fieldset>
      ))}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {text.later}
        </button>
        <button type="button" className="button-primary" onClick={save}>
          {words.editor.save}
        </button>
      </div>
    </Dialog>
  );
}
