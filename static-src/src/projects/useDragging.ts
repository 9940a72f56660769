/** Moving a category by dragging it onto another, or onto a project for the top level of that. */

import { type DragEvent, useState } from "react";
import type { Category } from "../api/types";
import type { Catalog, Where } from "../store/tree";
import { dropWhere, isCategory, type Node } from "./rows";
import type { DragStep } from "./TreeRow";

export function useDragging(catalog: Catalog, move: (category: Category, to: Where) => void) {
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
    const where = dragged ? dropWhere(catalog, dragged, node) : undefined;
    if (step === "over") setOver(where ? node.id : null);
    if (!dragged || !where) return;
    event.preventDefault();
    if (step !== "drop") return;
    end();
    move(dragged, where);
  };

  const stateOf = (node: Node): "here" | "dragged" | undefined => {
    if (dragged?.id === node.id) return "dragged";
    return over === node.id ? "here" : undefined;
  };
  return { on, stateOf };
}
