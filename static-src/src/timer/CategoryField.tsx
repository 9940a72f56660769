/** Choosing a category by typing a part of its path. */

import { useState } from "react";
import { usePlaces, useShown } from "../store/state";
import { type Place, pathText } from "../store/tree";
import { ColorDot } from "../ui/ColorDot";
import { Combobox } from "../ui/Combobox";
import { existingFor } from "./offers";
import { recentsOf } from "./recents";

interface Props {
  id?: string;
  label: string;
  value: Place | undefined;
  onPick(place: Place): void;
  /** Told what is typed but not picked yet, so that a form can refuse to guess. */
  onTyping(typing: boolean): void;
  invalid?: boolean;
  describedBy?: string;
  autoFocus?: boolean;
}

export function CategoryField({ value, onPick, onTyping, ...field }: Props) {
  const { projects, categories, entries } = useShown();
  const places = usePlaces();
  const [typed, setTyped] = useState<string | null>(null);
  const recents = recentsOf(entries, places);
  const known = { projects, categories, places, recents, firstCategory: "" };
  const found = typed
    ? existingFor(typed, known).map(({ place }) => place)
    : unique(recents, places);
  const shown = typed ?? (value ? pathText(value) : "");
  return (
    <Combobox
      {...field}
      className="category-field"
      value={shown}
      onValue={(text) => {
        setTyped(text);
        onTyping(true);
      }}
      options={typed === null && value ? [] : found.slice(0, 8)}
      optionKey={({ category }) => category.id}
      renderOption={(place) => (
        <>
          <ColorDot color={place.project.color} />
          <span className="offer-path">{pathText(place)}</span>
        </>
      )}
      onPick={(place) => {
        setTyped(null);
        onTyping(false);
        onPick(place);
      }}
    />
  );
}

function unique(recents: { place: Place }[], places: Map<string, Place>): Place[] {
  const open = [...places.values()].filter((place) => place.open);
  return [...new Set([...recents.map(({ place }) => place), ...open])];
}
