/** Moving a category by dragging it onto another, or onto its project for the top level. */

import { type DragEvent, useState } from "react";
import type { Category } from "../api/types";
import type { Catalog } from "../store/tree";
import { dropParent, isCategory, type Node } from "./rows";
import type { DragStep } from "./TreeRow";

export function useDragging(
  catalog: Catalog,
  move: (category: Category, parentId: string | null) => void,
) {
  const [dragged, setDragged] = useState<Category | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = (): void => {
    setDragged(null);
    setOver(null);
  };

  const start = (event: DragEvent, node: Node): void => {
    if (!isCategory(node)) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", node.name);
    setDragged(node);
  };

  const on = (event: DragEvent, step: DragStep, node: Node): void => {
    if (step === "start") start(event, node);
    if (step === "end") end();
    if (step !== "over" && step !== "drop") return;
    const parent = dragged ? dropParent(catalog, dragged, node) : undefined;
    if (step === "over") setOver(parent === undefined ? null : node.id);
    if (!dragged || parent === undefined) return;
    event.preventDefault();
    if (step !== "drop") return;
    end();
    move(dragged, parent);
  };

  const stateOf = (node: Node): "here" | "dragged" | undefined => {
    if (dragged?.id === node.id) return "dragged";
    return over === node.id ? "here" : undefined;
  };
  return { on, stateOf };
}
