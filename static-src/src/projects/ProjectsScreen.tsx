import { Fragment, useEffect, useMemo } from "react";
import { useLocation } from "wouter";
import { nextColor } from "../store/doing";
import { useKnown, useShown } from "../store/state";
import type { Catalog } from "../store/tree";
import { Icon } from "../ui/Icon";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { screenWords } from "../words/screens";
import { NameField } from "./NameField";
import { MergeDialog, MoveDialog } from "./PlaceDialogs";
import "./projects.css";
import { RemoveDialog } from "./RemoveDialog";
import { isCategory, type Node, type Row, rowsOf } from "./rows";
import { figuresFor } from "./sums";
import { TAGS_PATH, Tabs } from "./Tabs";
import { TagsBeside, TagsScreen } from "./TagsScreen";
import { depthStyle, TreeRow } from "./TreeRow";
import { newProject, nodeOf, type Task, type Typing, useTree } from "./task";
import { useTotals } from "./totals";
import { addCategory, addProject, close, move, VERBS } from "./tree";
import { useDragging } from "./useDragging";
import { useWide } from "./useWide";
import { setCollapsed, toggleArchived, useView } from "./view";
import { walk } from "./walk";

/** The task, as far as it is about this row. */
const taskOf = (task: Task | null, id: string): Task | null =>
  task && "id" in task && task.id === id ? task : null;

const toggle = ({ node, expanded }: Row): void => setCollapsed(node.id, expanded);

export default function ProjectsScreen() {
  const [location] = useLocation();
  const loaded = useKnown((known) => known.loaded);
  const wide = useWide();
  if (!loaded) return <Skeleton rows={8} />;
  if (!wide) return location === TAGS_PATH ? <TagsScreen /> : <TreeScreen />;
  return (
    <div className="projects-all">
      <TreeScreen />
      <TagsBeside />
    </div>
  );
}

function TreeScreen() {
  const { projects, categories } = useShown();
  const view = useView();
  const catalog = useMemo(() => ({ projects, categories }), [projects, categories]);
  const rows = useMemo(() => rowsOf(catalog, view), [catalog, view]);
  const totals = useTotals(catalog);
  const figures = useMemo(() => figuresFor(catalog, totals), [catalog, totals]);
  const { task, current } = useTree();
  const dragging = useDragging(catalog, move);

  useEffect(() => useTree.setState({ ever: totals.ever }), [totals.ever]);
  useEffect(() => () => close(), []);

  const ids = rows.map(({ node }) => node.id);
  const reachable = current !== null && ids.includes(current) ? current : ids[0];

  return (
    <div className="projects">
      <header className="projects-head">
        <Tabs at="/projects" />
        <button type="button" className="button-quiet" onClick={toggleArchived}>
          {view.showArchived
            ? screenWords.projects.hideArchived
            : screenWords.projects.showArchived}
        </button>
        <button type="button" className="button" onClick={newProject}>
          <Icon name="plus" />
          <span>{screenWords.projects.new}</span>
        </button>
      </header>
      {rows.length === 0 && task?.kind !== "newProject" ? (
        <Empty />
      ) : (
        <table
          className="tree"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree with columns
          role="treegrid"
          aria-label={screenWords.projects.tree}
          onKeyDown={(event) => walk(event, rows, toggle, (row) => VERBS.rename(row.node))}
        >
          <TreeHead />
          <tbody>
            {task?.kind === "newProject" && <NewProject task={task} />}
            {rows.map((row) => (
              <Fragment key={row.node.id}>
                <TreeRow
                  row={row}
                  task={taskOf(task, row.node.id)}
                  reachable={row.node.id === reachable}
                  figures={figures(row)}
                  drop={dragging.stateOf(row.node)}
                  onToggle={() => toggle(row)}
                  onDrag={(event, step) => dragging.on(event, step, row.node)}
                />
                <NewCategory row={row} task={taskOf(task, row.node.id)} />
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {task && "id" in task && <Dialogs task={task} catalog={catalog} />}
    </div>
  );
}

function TreeHead() {
  return (
    <thead>
      <tr>
        <th scope="col">{screenWords.projects.name}</th>
        <th scope="col" className="tree-share">
          {screenWords.projects.share}
        </th>
        <th scope="col" className="tree-weeks">
          {screenWords.projects.weeks}
        </th>
        <th scope="col" className="number">
          {screenWords.projects.week}
        </th>
        <th scope="col" className="number">
          {screenWords.projects.total}
        </th>
        <th scope="col">
          <span className="hidden">{words.timer.more}</span>
        </th>
      </tr>
    </thead>
  );
}

function Empty() {
  return (
    <section className="empty">
      <h2>{screenWords.projects.emptyTitle}</h2>
      <p>{screenWords.projects.emptyText}</p>
    </section>
  );
}

function FieldRow({ depth, children }: { depth: number; children: React.ReactNode }) {
  return (
    <tr className="tree-row" style={depthStyle(depth)}>
      <td className="tree-field">
        <div className="tree-name">{children}</div>
      </td>
      <td className="tree-share" />
      <td className="tree-weeks" />
      <td className="number" />
      <td className="number" />
      <td className="tree-actions" />
    </tr>
  );
}

function NewProject({ task }: { task: Typing }) {
  const { projects } = useShown();
  return (
    <FieldRow depth={0}>
      <NameField
        label={screenWords.projects.newName}
        from={task}
        onSave={(name) => addProject(name, nextColor(projects))}
        onCancel={() => close(useTree.getState().current ?? undefined)}
      />
    </FieldRow>
  );
}

function NewCategory({ row: { node, depth }, task }: { row: Row; task: Task | null }) {
  if (task?.kind !== "newCategory") return null;
  return (
    <FieldRow depth={depth + 1}>
      <NameField
        label={screenWords.projects.addTo(node.name)}
        from={task}
        repeated
        onSave={(name) => addCategory(node, name)}
        onCancel={() => close(node.id)}
      />
    </FieldRow>
  );
}

interface DialogsProps {
  task: Task & { id: string };
  catalog: Catalog;
}

function Dialogs({ task, catalog }: DialogsProps) {
  const ever = useTree((tree) => tree.ever);
  const node: Node | undefined = nodeOf(task.id);
  if (!node) return null;
  const onClose = (): void => close(task.id);
  if (isCategory(node)) {
    const about = { catalog, category: node, seconds: ever && (ever.get(node.id) ?? 0) };
    if (task.kind === "move") return <MoveDialog {...about} />;
    if (task.kind === "merge") return <MergeDialog {...about} />;
  }
  if (task.kind !== "remove") return null;
  return (
    <RemoveDialog
      key={String(task.inUse === null)}
      node={node}
      inUse={task.inUse}
      onClose={onClose}
    />
  );
}
