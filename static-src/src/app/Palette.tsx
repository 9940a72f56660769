import { useState } from "react";
import { usePreferences } from "../store/preferences";
import { usePlaces, useShown } from "../store/state";
import { pathText } from "../store/tree";
import { begin } from "../timer/begin";
import { existingFor, fold } from "../timer/offers";
import { recentsOf } from "../timer/recents";
import { allActions, isAvailable, keysOf } from "../ui/actions";
import { ColorDot } from "../ui/ColorDot";
import { Combobox } from "../ui/Combobox";
import { Dialog } from "../ui/Dialog";
import { Keys } from "../ui/Keys";
import { words } from "../words";

interface Item {
  key: string;
  label: string;
  keys?: string | undefined;
  color?: string | undefined;
  run(): void;
}

/** What is done with what is on the screen, then where to go. */
const GROUPS = Object.keys(words.actions.groups);

export default function Palette({ onClose }: { onClose(): void }) {
  const [text, setText] = useState("");
  // As it was when the palette opened: what has the focus now is its own field.
  const [actions] = useState(() =>
    allActions()
      .filter((action) => isAvailable(action) && action.name !== "palette")
      .toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group)),
  );
  const starts = useStarts(text);
  const wanted = fold(text).split(/\s+/u).filter(Boolean);
  const commands = actions
    .filter(({ label }) => wanted.every((word) => fold(label).includes(word)))
    .map(
      (action): Item => ({
        key: action.name,
        label: action.label,
        keys: keysOf(action)[0],
        run: () => action.run(),
      }),
    );

  return (
    <Dialog title={words.palette.title} onClose={onClose} className="palette">
      <Combobox
        label={words.palette.placeholder}
        placeholder={words.palette.placeholder}
        value={text}
        onValue={setText}
        options={[...commands, ...starts]}
        optionKey={({ key }) => key}
        renderOption={(item) => (
          <>
            {item.color !== undefined && <ColorDot color={item.color} />}
            <span className="offer-path">{item.label}</span>
            {item.keys && <Keys keys={item.keys} />}
          </>
        )}
        onPick={(item) => {
          onClose();
          // Once the dialog has given the focus back: the command may move it on.
          setTimeout(item.run);
        }}
        onEscape={onClose}
        autoFocus
        alwaysOpen
        emptyText={words.palette.nothing}
      />
    </Dialog>
  );
}

/** Starting any category is a command, too. */
function useStarts(text: string): Item[] {
  const { projects, categories, entries } = useShown();
  const places = usePlaces();
  const { zoneName } = usePreferences();
  if (text.trim() === "") return [];
  const recents = recentsOf(entries, places);
  const known = { projects, categories, places, recents, firstCategory: "" };
  return existingFor(text.trim(), known)
    .slice(0, 6)
    .map(({ place, note }) => ({
      key: `start ${place.category.id}`,
      label: `${words.palette.startPrefix} ${pathText(place)}${note ? `: ${note}` : ""}`,
      color: place.project.color,
      run: () => begin({ kind: "existing", place, note, tags: [] }, projects, zoneName, text),
    }));
}
