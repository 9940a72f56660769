/** What a searched text could be: a day to go to, and projects, categories and tags to look into. */

import { type ReactNode, useState } from "react";
import type { Project, TagUse } from "../api/types";
import { usePlaces, useShown } from "../store/state";
import type { Place } from "../store/tree";
import type { DateKey } from "../time/dates";
import { formatDay } from "../time/format";
import { ColorDot } from "../ui/ColorDot";
import { Icon } from "../ui/Icon";
import { Leaf } from "../ui/Leaf";
import { walk } from "../ui/roving";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { findsFor } from "./finds";
import { goTo } from "./going";
import { addressOf, type Target } from "./sought";

const labels = screenWords.search;

interface Find {
  target: Target;
  shown: ReactNode;
}

/** By kind, those that something was found of. */
export function useFinds(text: string, day: DateKey | null) {
  const { projects, tags } = useShown();
  const places = usePlaces();
  const found = findsFor(text, { projects, tags, places });
  const groups: [string, Find[]][] = [
    [labels.day, day === null ? [] : [dayFind(day)]],
    [words.nav.projects, found.projects.map(projectFind)],
    [labels.categories, found.categories.map(categoryFind)],
    [screenWords.tags.title, found.tags.map(tagFind)],
  ];
  return groups.filter(([, finds]) => finds.length > 0);
}

export type Groups = ReturnType<typeof useFinds>;

const dayFind = (date: DateKey): Find => ({
  target: { kind: "day", date },
  shown: (
    <>
      <Icon name="calendar" />
      {labels.goTo(formatDay(date))}
    </>
  ),
});

const projectFind = ({ id, name, color, archivedAt }: Project): Find => ({
  target: { kind: "project", id },
  shown: (
    <>
      <ColorDot color={color} />
      <span className="leaf">{name}</span>
      {archivedAt !== null && <Archived />}
    </>
  ),
});

const categoryFind = ({ category, project, path, open }: Place): Find => ({
  target: { kind: "category", id: category.id },
  shown: (
    <>
      <ColorDot color={project.color} />
      <span>
        <Leaf names={path} />
      </span>
      {!open && <Archived />}
    </>
  ),
});

const tagFind = ({ name, entries }: TagUse): Find => ({
  target: { kind: "tag", id: name },
  shown: (
    <>
      #{name} <span className="muted number">{entries}</span>
    </>
  ),
});

const Archived = () => <span className="muted">{words.timer.archived}</span>;

export function Finds({ groups }: { groups: Groups }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows walk through the buttons inside
    <div className="finds" onKeyDown={walk}>
      {groups.map(([name, finds]) => (
        <Group key={name} name={name} finds={finds} />
      ))}
    </div>
  );
}

/** More would bury the entries. */
const MOST = 8;

function Group({ name, finds }: { name: string; finds: Find[] }) {
  const [all, setAll] = useState(false);
  return (
    <section aria-label={name}>
      <h2 className="panel-title">{name}</h2>
      <div className="finds-group">
        {finds.slice(0, all ? undefined : MOST).map(({ target, shown }) => (
          <button
            key={addressOf(target)}
            type="button"
            className="button find"
            data-find={target.kind}
            onClick={() => goTo(target)}
          >
            {shown}
          </button>
        ))}
        {!all && finds.length > MOST && (
          <button type="button" className="button-quiet" onClick={() => setAll(true)}>
            {labels.all(finds.length)}
          </button>
        )}
      </div>
    </section>
  );
}
