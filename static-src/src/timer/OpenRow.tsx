import { deleteWithUndo } from "../app/commands";
import { type EntryFields, split, update } from "../data/entries";
import { makeRoom } from "../data/trash";
import { pathText } from "../data/tree";
import { useWorld } from "../data/WorldProvider";
import { now, toInstant } from "../time/now";
import { words } from "../words";
import { tellConflict } from "./conflict";
import type { Piece } from "./days";
import { EntryEditor, type Saved } from "./EntryEditor";
import { changedFields } from "./edit";
import { type Editing, openEditor } from "./editing";

export default function OpenRow({ piece: { entry }, editing }: { piece: Piece; editing: Editing }) {
  const { places } = useWorld();
  const place = places.get(editing.categoryId ?? entry.categoryId);
  const close = (): void => openEditor(null);

  const save = ({ place: chosen, reading, typed }: Saved): void => {
    const moved = chosen.category.id !== entry.categoryId;
    const fields: EntryFields = {
      ...changedFields(entry, reading, typed.note),
      ...(moved ? { categoryId: chosen.category.id } : {}),
    };
    close();
    if (Object.keys(fields).length === 0) return;
    const again: Editing = { ...editing, typed, categoryId: chosen.category.id };
    makeRoom(Date.parse(reading.startedAt), Date.parse(reading.stoppedAt ?? toInstant(now())));
    update(entry, fields, {
      projectId: moved ? chosen.project.id : undefined,
      refused: (error) => tellConflict(error, entry, fields, again),
    });
  };

  return (
    <EntryEditor
      span={entry}
      place={place}
      editing={editing}
      onSave={save}
      onCancel={close}
      onDelete={() => {
        close();
        deleteWithUndo(entry, place ? pathText(place) : words.timer.unknownPlace);
      }}
      onSplit={(at) => {
        close();
        split(entry, toInstant(at));
      }}
    />
  );
}
