import { Fragment, useMemo } from "react";
import type { Category } from "../api/types";
import { nextColor } from "../data/catalog";
import { stableId } from "../data/ids";
import { useWorld } from "../data/WorldProvider";
import { Icon } from "../ui/Icon";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { addCategory, addProject } from "./changes";
import { MoveDialog } from "./MoveDialog";
import { NameField } from "./NameField";
import "./projects.css";
import { RemoveDialog } from "./RemoveDialog";
import { isCategory, type Row, rowsOf } from "./rows";
import { useView } from "./state";
import { depthStyle, TreeRow } from "./TreeRow";
import { useTotals } from "./totals";
import { useDragging } from "./useDragging";
import { type Tree, useTree } from "./useTree";
import { walk } from "./walk";

export default function ProjectsScreen() {
  const { projects, categories, loading } = useWorld();
  const view = useView();
  const { isCollapsed, showArchived } = view;
  const catalog = useMemo(() => ({ projects, categories }), [projects, categories]);
  const rows = useMemo(
    () => rowsOf(catalog, { isCollapsed, showArchived }),
    [catalog, isCollapsed, showArchived],
  );
  const totals = useTotals(catalog);
  const tree = useTree(catalog, rows, view, totals);
  const dragging = useDragging(catalog, tree.move);

  if (loading) return <Skeleton rows={8} />;
  const ids = rows.map(({ node }) => stableId(node.id));
  const reachable = tree.current !== null && ids.includes(tree.current) ? tree.current : ids[0];
  const toggle = ({ node, expanded }: Row): void => view.setCollapsed(node.id, expanded);
  const count = (of: ReadonlyMap<string, number> | undefined, id: string) =>
    of && (of.get(id) ?? 0);

  return (
    <div className="projects">
      <header className="projects-head">
        <h1>{words.projects.title}</h1>
        <button type="button" className="button-quiet" onClick={view.toggleArchived}>
          {showArchived ? words.projects.hideArchived : words.projects.showArchived}
        </button>
        <button type="button" className="button" onClick={tree.newProject}>
          <Icon name="plus" />
          {words.projects.new}
        </button>
      </header>
      {rows.length === 0 && tree.task?.kind !== "newProject" ? (
        <Empty />
      ) : (
        <table
          className="tree"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree with columns
          role="treegrid"
          aria-label={words.projects.tree}
          onKeyDown={(event) =>
            walk(event, rows, toggle, (row) => tree.perform("rename", row.node))
          }
        >
          <thead>
            <tr>
              <th scope="col">{words.projects.name}</th>
              <th scope="col" className="number">
                {words.projects.week}
              </th>
              <th scope="col" className="number">
                {words.projects.total}
              </th>
              <th scope="col">
                <span className="hidden">{words.timer.more}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <NewProject tree={tree} projects={projects} />
            {rows.map((row) => (
              <Fragment key={stableId(row.node.id)}>
                <TreeRow
                  row={row}
                  tree={tree}
                  reachable={stableId(row.node.id) === reachable}
                  week={count(totals.week, row.node.id)}
                  ever={count(totals.ever, row.node.id)}
                  drop={dragging.stateOf(row.node)}
                  onToggle={() => toggle(row)}
                  onDrag={(event, step) => dragging.on(event, step, row.node)}
                />
                <NewCategory row={row} tree={tree} />
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      <Dialogs tree={tree} catalog={catalog} />
    </div>
  );
}

function Empty() {
  return (
    <section className="empty">
      <h2>{words.projects.emptyTitle}</h2>
      <p>{words.projects.emptyText}</p>
    </section>
  );
}

function FieldRow({ depth, children }: { depth: number; children: React.ReactNode }) {
  return (
    <tr className="tree-row" style={depthStyle(depth)}>
      <td colSpan={4}>
        <div className="tree-name">
          <span className="tree-toggle" />
          {children}
        </div>
      </td>
    </tr>
  );
}

/** A project holds time in categories, so the field for the first of them follows. */
function NewProject({ tree, projects }: { tree: Tree; projects: Parameters<typeof nextColor>[0] }) {
  if (tree.task?.kind !== "newProject") return null;
  const again = (typed: string): void => tree.setTask({ kind: "newProject", typed });
  const save = (name: string): void => {
    const id = addProject(name, nextColor(projects), again);
    tree.setTask({ kind: "newCategory", id, typed: "" });
  };
  return (
    <FieldRow depth={0}>
      <NameField
        label={words.projects.newName}
        initial={tree.task.typed}
        onSave={save}
        onCancel={() => tree.close(tree.current ?? undefined)}
      />
    </FieldRow>
  );
}

function NewCategory({ row: { node, project, depth }, tree }: { row: Row; tree: Tree }) {
  const { task } = tree;
  const id = stableId(node.id);
  if (task?.kind !== "newCategory" || task.id !== id) return null;
  const again = (typed: string): void => tree.setTask({ kind: "newCategory", id, typed });
  const save = (name: string): void => {
    addCategory(project.id, isCategory(node) ? node.id : null, name, again);
  };
  return (
    <FieldRow depth={depth + 1}>
      <NameField
        key={task.typed}
        label={words.projects.addTo(node.name)}
        initial={task.typed}
        repeated
        onSave={save}
        onCancel={() => tree.close(id)}
      />
    </FieldRow>
  );
}

function Dialogs({
  tree,
  catalog,
}: {
  tree: Tree;
  catalog: Parameters<typeof MoveDialog>[0]["catalog"];
}) {
  const { task, close } = tree;
  const node = task && "id" in task ? tree.nodeOf(task.id) : undefined;
  if (!task || !node || !("id" in task)) return null;
  const onClose = (): void => close(task.id);
  if (task.kind === "move" && isCategory(node)) {
    const onMove = (parentId: string | null): void => tree.move(node as Category, parentId);
    return <MoveDialog catalog={catalog} category={node} onMove={onMove} onClose={onClose} />;
  }
  if (task.kind !== "remove") return null;
  return (
    <RemoveDialog
      key={String(task.inUse === null)}
      node={node}
      inUse={task.inUse}
      onRemove={() => tree.remove(node)}
      onArchive={() => tree.archive(node)}
      onClose={onClose}
    />
  );
}
