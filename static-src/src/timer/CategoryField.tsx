/** Choosing a category by typing a part of its path, or the path of one to be made. */

import type { Project } from "../api/types";
import { usePlaces, useShown } from "../store/state";
import { type Place, pathText, SEPARATOR } from "../store/tree";
import { Combobox } from "../ui/Combobox";
import { words } from "../words";
import { choicesFor } from "./choices";
import { type Choice, creationPath, isPath, type Recent } from "./offers";
import { recentsOf } from "./recents";
import { TargetName } from "./TargetName";

interface Props {
  id?: string;
  label: string;
  value: Choice | undefined;
  onPick(choice: Choice): void;
  /** Typed but not picked yet, which the form keeps and doesn't guess from; null: nothing. */
  typed: string | null;
  onTyping(text: string): void;
  invalid?: boolean;
  describedBy?: string;
  autoFocus?: boolean;
}

export function CategoryField({ value, onPick, typed, onTyping, ...field }: Props) {
  const { projects, categories, entries } = useShown();
  const places = usePlaces();
  const recents = recentsOf(entries, places);
  const { firstCategory } = words.bar;
  const known = { projects, categories, places, recents, firstCategory, project: projectOf(value) };
  const found = typed ? choicesFor(typed, known) : unique(recents, places);
  const nothingExists = found[0]?.kind === "create";
  return (
    <Combobox
      {...field}
      className="category-field"
      value={typed ?? nameOf(value)}
      onValue={onTyping}
      options={typed === null && value ? [] : found.slice(0, 8)}
      optionKey={keyOf}
      renderOption={(choice) => <TargetName target={choice} />}
      onPick={onPick}
      // A mistyped name makes nothing unless that is chosen; a path spelled out is meant.
      passive={nothingExists && !isPath(typed ?? "")}
    />
  );
}

/** Where a name is made if nothing else is said. */
function projectOf(choice: Choice | undefined): Project | undefined {
  const project = choice?.kind === "existing" ? choice.place.project : choice?.project;
  return project && !project.inbox ? project : undefined;
}

function nameOf(choice: Choice | undefined): string {
  if (!choice) return "";
  return choice.kind === "existing" ? pathText(choice.place) : creationPath(choice).join(SEPARATOR);
}

const keyOf = (choice: Choice): string =>
  choice.kind === "existing" ? choice.place.category.id : `create ${nameOf(choice)}`;

function unique(recents: Recent[], places: Map<string, Place>): Choice[] {
  const open = [...places.values()].filter((place) => place.open);
  const all = new Set([...recents.map(({ place }) => place), ...open]);
  return [...all].map((place) => ({ kind: "existing", place, note: "" }));
}
