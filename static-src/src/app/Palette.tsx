import { useState } from "react";
import type { Project } from "../api/types";
import { usePreferences } from "../store/preferences";
import { usePlaces, useShown } from "../store/state";
import { pathText } from "../store/tree";
import { begin } from "../timer/begin";
import { focusField, replaceLine, START_FIELD, useLine } from "../timer/field";
import { writeNote } from "../timer/line";
import { type Existing, fold, type Offer, offersFor } from "../timer/offers";
import { recentsOf } from "../timer/recents";
import { allActions, isAvailable, keysOf } from "../ui/actions";
import { ColorDot } from "../ui/ColorDot";
import { Combobox } from "../ui/Combobox";
import { Dialog } from "../ui/Dialog";
import { Keys } from "../ui/Keys";
import { useMinutes } from "../ui/now";
import { words } from "../words";
import { OfferTimes } from "./OfferRow";

interface Item {
  key: string;
  label: string;
  keys?: string | undefined;
  offer?: Offer;
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
  const { zoneName: zone, hours } = usePreferences();
  const speaker = { now: useMinutes(), zone, hours };
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
            {item.offer?.kind === "existing" && <ColorDot color={item.offer.place.project.color} />}
            <span className="offer-path">{item.label}</span>
            {item.offer && <OfferTimes offer={item.offer} speaker={speaker} />}
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
  return offersFor(text.trim(), known)
    .filter((offer) => offer.kind === "existing")
    .slice(0, 6)
    .map((offer) => ({
      key: `start ${offer.place.category.id} ${offer.note}`,
      label: labelOf(offer),
      offer,
      run: () => beginOr(offer, projects, zoneName, text),
    }));
}

function labelOf({ place, note, tags, when }: Offer & Existing): string {
  const said = writeNote(note, tags);
  const verb = when ? "" : `${words.palette.startPrefix} `;
  return `${verb}${pathText(place)}${said ? `: ${said}` : ""}`;
}

/** What can't be begun goes into the line, which says why. */
function beginOr(offer: Offer, projects: Project[], zone: string, text: string): void {
  const problem = begin(offer, projects, zone, text);
  if (problem === null) return;
  replaceLine(text);
  useLine.setState({ problem });
  focusField(START_FIELD);
}
