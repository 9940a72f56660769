/** Imports at the server: asked for, decided on, brought, taken back. */

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body } from "../api/client";
import type { components } from "../api/schema";
import { queryClient, refresh } from "../store/feed";
import { learnState } from "../store/state";
import { send, type Tell } from "./sending";

type Schemas = components["schemas"];
export type Import = Schemas["Import"];
export type Listed = Schemas["ListedImport"];
export type Choices = Schemas["DecideImport"];
export type Going = Schemas["ImportGoing"];
export type Month = Schemas["ImportMonth"];
export type Problem = Schemas["ImportProblem"];
export type Question = Schemas["ImportQuestion"];

const ALL = ["imports"];
const keyOf = (id: string): string[] => [...ALL, id];

export const useImports = () =>
  useQuery({ queryKey: ALL, queryFn: () => body(api.GET("/api/imports")) });

export const useImport = (importId: string) =>
  useQuery({
    queryKey: keyOf(importId),
    queryFn: () => body(api.GET("/api/imports/{importId}", { params: { path: { importId } } })),
  });

function learn(one: Import): Import {
  queryClient.setQueryData(keyOf(one.id), one);
  void queryClient.invalidateQueries({ queryKey: ALL, exact: true });
  return one;
}

/** Sends a file; the draft that the server makes of it. */
export function upload(file: File, tell: Tell) {
  const path = `/api/imports?name=${encodeURIComponent(file.name.slice(-200))}`;
  const { answer, cancel } = send<Import>("POST", path, file, tell);
  return { answer: answer.then(learn), cancel };
}

/** What time is known has another past from now on. */
function changed(one: Import): Import {
  learnState({ ended: false });
  refresh();
  return learn(one);
}

export const run = async (importId: string): Promise<Import> => {
  const request = { params: { path: { importId } } };
  return changed(await body(api.POST("/api/imports/{importId}/run", request)));
};

export const undo = async (
  importId: string,
  what: Schemas["UndoImport"]["changed"],
): Promise<Import> => {
  const request = { params: { path: { importId } }, body: { changed: what } };
  return changed(await body(api.POST("/api/imports/{importId}/undo", request)));
};

export async function discard(importId: string): Promise<void> {
  await body(api.DELETE("/api/imports/{importId}", { params: { path: { importId } } }));
  queryClient.removeQueries({ queryKey: keyOf(importId) });
  await queryClient.invalidateQueries({ queryKey: ALL, exact: true });
}

/** One after another, as each is decided with what was answered to the one before. */
let last: Promise<unknown> = Promise.resolve();

export interface Deciding {
  /** Changes what was chosen; whether the server took it. */
  decide(change: Choices | ((present: Import) => Choices)): Promise<boolean>;
  busy: boolean;
  error: unknown;
}

export function useDeciding(one: Import): Deciding {
  const [waiting, setWaiting] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const ask = async (change: Choices | ((present: Import) => Choices)): Promise<boolean> => {
    const present = queryClient.getQueryData<Import>(keyOf(one.id)) ?? one;
    const choices = typeof change === "function" ? change(present) : change;
    try {
      const path = `/api/imports/${one.id}`;
      learn(await send<Import>("PATCH", path, JSON.stringify(choices)).answer);
      return true;
    } catch (cause) {
      // It may have ended elsewhere.
      void queryClient.invalidateQueries({ queryKey: keyOf(one.id) });
      setError(cause);
      return false;
    }
  };
  const decide: Deciding["decide"] = async (change) => {
    setWaiting((count) => count + 1);
    setError(null);
    const mine = last.then(() => ask(change));
    last = mine;
    const taken = await mine;
    setWaiting((count) => count - 1);
    return taken;
  };
  return { decide, busy: waiting > 0, error };
}
