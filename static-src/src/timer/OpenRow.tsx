import { useLayoutEffect } from "react";
import type { TimeEntry } from "../api/types";
import { split } from "../store/doing";
import { known, usePlace } from "../store/state";
import { entryOf } from "../store/world";
import { now, toInstant } from "../time/now";
import { ColorDot } from "../ui/ColorDot";
import { EntryEditor } from "./EntryEditor";
import { typedFrom } from "./edit";
import { beginDraft, type Draft, type Editing, setEditing } from "./editing";
import { deleteWithUndo } from "./removing";
import { saveEditing, settingOf } from "./saving";

function draftOf(entry: TimeEntry): Draft {
  const opened = now();
  return {
    seen: entry,
    typed: typedFrom(entry, settingOf(entry.id, opened)),
    byDuration: false,
    categoryId: entry.categoryId,
    typing: null,
    opened,
  };
}

export default function OpenRow({ entry, editing }: { entry: TimeEntry; editing: Editing }) {
  const { draft } = editing;
  const place = usePlace(draft?.categoryId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useLayoutEffect(() => {
    if (!draft) beginDraft(draftOf(entry));
  }, [draft]);
  if (!draft) return null;
  return (
    <>
      <ColorDot color={place?.project.color} />
      <EntryEditor
        editing={editing}
        draft={draft}
        onDelete={() => {
          setEditing(null);
          deleteWithUndo(entry, () => editing.touched && setEditing(editing));
        }}
        onSplit={(at) => {
          if (!saveEditing()) return;
          const saved = entryOf(known.getState().shown, entry.id);
          if (saved) split(saved, toInstant(at));
        }}
      />
    </>
  );
}
