import { useMemo, useState } from "react";
import { usePlaces, useShown } from "../store/state";
import { pathText } from "../store/tree";
import { ColorDot } from "../ui/ColorDot";
import { Combobox } from "../ui/Combobox";
import { Icon } from "../ui/Icon";
import { words } from "../words";
import { screenWords } from "../words/screens";
import type { Filters as Chosen } from "./address";
import type { PersonSlotProps } from "./PersonSlot";
import type { Question } from "./question";
import { colorOf, nameOf, type Tree } from "./tree";
import { useTags } from "./useReport";

interface Choice {
  kind: keyof Chosen;
  key: string;
  label: string;
  color?: string | undefined;
}

const MOST = 50;
const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Each typed word has to be found somewhere in the name. */
function matching(choices: Choice[], typed: string): Choice[] {
  const parts = plain(typed)
    .split(/[\s›]+/)
    .filter(Boolean);
  return choices
    .filter(({ label }) => parts.every((part) => plain(label).includes(part)))
    .slice(0, MOST);
}

export function Filters({ state, change, question }: PersonSlotProps & { question: Question }) {
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const { projects } = useShown();
  const places = usePlaces();
  const tags = useTags(question, asked);
  const choices = useMemo<Choice[]>(
    () => [
      ...projects.map(
        ({ id, name, color }): Choice => ({
          kind: "projects",
          key: id,
          label: name,
          color,
        }),
      ),
      ...tags.map((tag): Choice => ({ kind: "tags", key: tag, label: `#${tag}` })),
      ...[...places.values()].map(
        (place): Choice => ({
          kind: "categories",
          key: place.category.id,
          label: pathText(place),
          color: place.project.color,
        }),
      ),
    ],
    [projects, places, tags],
  );
  const left = choices.filter(({ kind, key }) => !state[kind].includes(key));
  const add = ({ kind, key }: Choice): void => {
    setTyped("");
    change({ [kind]: [...state[kind], key], at: null });
  };
  const remove = ({ kind, key }: Choice): void =>
    change({ [kind]: state[kind].filter((other) => other !== key), at: null });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that the field inside is used
    <div className="report-filters" onFocus={() => setAsked(true)}>
      <Combobox
        label={screenWords.reports.filter}
        placeholder={screenWords.reports.filter}
        value={typed}
        onValue={setTyped}
        options={matching(left, typed)}
        optionKey={({ kind, key }) => `${kind} ${key}`}
        renderOption={({ label, color }) => (
          <>
            <ColorDot color={color} />
            <span className="offer-path">{label}</span>
          </>
        )}
        onPick={add}
        onEscape={() => setTyped("")}
        passive={typed === ""}
      />
      <ul className="report-chips" aria-label={screenWords.reports.filters}>
        {chosenOf(state, { projects, places }).map((choice) => (
          <li key={`${choice.kind} ${choice.key}`} className="chip">
            {choice.color && <ColorDot color={choice.color} />}
            <span>{choice.label}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={screenWords.reports.removeFilter(choice.label)}
              onClick={() => remove(choice)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function chosenOf(
  { projects, categories, tags }: Chosen,
  world: Pick<Tree, "projects" | "places">,
): Choice[] {
  const unknown = words.timer.unknownPlace;
  return [
    ...projects.map(
      (key): Choice => ({
        kind: "projects",
        key,
        label: nameOf(key, world) ?? unknown,
        color: colorOf(key, world),
      }),
    ),
    ...categories.map((key): Choice => {
      const place = world.places.get(key);
      return {
        kind: "categories",
        key,
        label: place ? pathText(place) : unknown,
        color: place?.project.color,
      };
    }),
    ...tags.map((key): Choice => ({ kind: "tags", key, label: `#${key}` })),
  ];
}
