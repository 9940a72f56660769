import type { TagUse } from "../api/types";
import type { Origin } from "../store/changes";
import { changeTag } from "../store/doing";
import { useShown } from "../store/state";
import { sortedByName } from "../store/tree";
import { MenuButton } from "../ui/MenuButton";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { NameField } from "./NameField";
import { TAGS_PATH, Tabs } from "./Tabs";
import { MergeTag, RemoveTag } from "./TagDialogs";
import { setTagTask as setTask, type TagTask as Task, useTagTask } from "./task";

const MOST = 64;

/** A tag as it is meant, however it was typed. */
const meant = (typed: string): string => typed.trim().replace(/^#+\s*/, "");

/** Once it is drawn: by then the row may have another name, or be gone. */
const focusTag = (name: string | undefined): void =>
  void requestAnimationFrame(() => {
    const row = `[data-tag="${CSS.escape(name ?? "")}"]`;
    document.querySelector<HTMLElement>(`${row} button`)?.focus();
  });

/** The list is a screen, and beside the tree where there is room for it. */
const typedHere = (typed: Task): Origin => ({ place: "tags", typed, at: location.pathname });

export function TagsScreen() {
  return (
    <div className="projects">
      <header className="projects-head">
        <Tabs at={TAGS_PATH} />
      </header>
      <TagList />
    </div>
  );
}

/** Below a title of the second rank: the screen's is the tree's. */
export function TagsBeside() {
  return (
    <section aria-labelledby="tags-beside">
      <header className="projects-head">
        <h2 id="tags-beside">{screenWords.tags.title}</h2>
      </header>
      <TagList />
    </section>
  );
}

function TagList() {
  const shown = useShown();
  const { task } = useTagTask();
  const tags = sortedByName(shown.tags);
  const about = tags.find(({ name }) => name === task?.name);

  const close = (name: string | undefined): void => {
    setTask(null);
    focusTag(name);
  };
  const change = ({ name }: TagUse, to: string | null, origin?: Origin): void => {
    const index = tags.findIndex((tag) => tag.name === name);
    changeTag(name, to, origin);
    close(to ?? (tags[index + 1] ?? tags[index - 1])?.name);
  };
  const rename = (tag: TagUse, typed: string): void => {
    const to = meant(typed);
    if (to === "" || to === tag.name) close(tag.name);
    // Two that become one stay so: that is asked about.
    else if (tags.some(({ name }) => name === to)) {
      setTask({ kind: "merge", name: tag.name, typed, into: to });
    } else change(tag, to, typedHere({ kind: "rename", name: tag.name, typed }));
  };

  return (
    <>
      {tags.length === 0 ? (
        <Empty />
      ) : (
        <table className="tree tags" aria-label={screenWords.tags.title}>
          <TagsHead />
          <tbody>
            {tags.map((tag) => (
              <TagRow
                key={tag.name}
                tag={tag}
                task={task?.name === tag.name ? task : null}
                onRename={(typed) => rename(tag, typed)}
                onCancel={() => close(tag.name)}
              />
            ))}
          </tbody>
        </table>
      )}
      {about && task?.kind === "merge" && (
        <MergeTag
          tag={about}
          others={tags.filter((tag) => tag !== about)}
          into={task.into}
          onMerge={(into) => change(about, into)}
          onClose={() => close(about.name)}
        />
      )}
      {about && task?.kind === "remove" && (
        <RemoveTag
          tag={about}
          onRemove={() => change(about, null)}
          onClose={() => close(about.name)}
        />
      )}
    </>
  );
}

function Empty() {
  return (
    <section className="empty">
      <h2>{screenWords.tags.emptyTitle}</h2>
      <p>{screenWords.tags.emptyText}</p>
    </section>
  );
}

function TagsHead() {
  return (
    <thead>
      <tr>
        <th scope="col">{screenWords.tags.name}</th>
        <th scope="col" className="number">
          {screenWords.tags.entries}
        </th>
        <th scope="col">
          <span className="hidden">{words.timer.more}</span>
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  tag: TagUse;
  task: Task | null;
  onRename(typed: string): void;
  onCancel(): void;
}

function TagRow({ tag, task, onRename, onCancel }: RowProps) {
  const { name, entries } = tag;
  const item = (kind: Task["kind"], label: string) => ({
    key: kind,
    label,
    run: () => setTask({ kind, name, typed: name }),
  });
  return (
    <tr className="tree-row" data-tag={name}>
      <td>
        {task?.kind === "rename" ? (
          <NameField
            label={screenWords.tags.name}
            from={task}
            maxLength={MOST}
            onSave={onRename}
            onCancel={onCancel}
          />
        ) : (
          <span className="tag">#{name}</span>
        )}
      </td>
      <td className="number">{entries.toLocaleString(words.language)}</td>
      <td className="tree-actions">
        <MenuButton
          label={screenWords.tags.actions(name)}
          items={[
            item("rename", screenWords.tags.rename),
            item("merge", screenWords.tags.merge),
            { ...item("remove", screenWords.tags.remove), danger: true },
          ]}
          open={task?.kind === "menu"}
          onOpen={(open) => setTask(open ? { kind: "menu", name, typed: name } : null)}
        />
      </td>
    </tr>
  );
}
