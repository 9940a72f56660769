/** Keeps the page in step: other tabs at once, other devices at every poll and at focus. */

import { focusManager } from "@tanstack/react-query";
import { api, body } from "../api/client";
import type { TimeEntry } from "../api/types";
import { keys, onSettled, POLL_MS, queryClient, queue, refresh } from "./store";
import { flushOnClose, heldIds, hideForOthers, subscribeTrash } from "./trash";

type Message = { type: "changed" } | { type: "hidden"; ids: string[] };

function followOtherTabs(): void {
  const channel = new BroadcastChannel("clockwork");
  const tell = (message: Message): void => channel.postMessage(message);
  onSettled(() => tell({ type: "changed" }));
  let told = "";
  subscribeTrash(() => {
    const ids = heldIds();
    if (ids.join() !== told) tell({ type: "hidden", ids });
    told = ids.join();
  });
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === "changed") refresh();
    else hideForOthers(data.ids);
  };
}

/** A tab in the background asks only what runs, for its title, and the rest when that changed. */
async function followInBackground(): Promise<void> {
  if (!document.hidden) return;
  const active = await body(api.GET("/api/time/active")).catch(() => undefined);
  if (active === undefined) return;
  const known = queryClient
    .getQueriesData<TimeEntry[]>({ queryKey: keys.entries })
    .flatMap(([, entries]) => entries ?? [])
    .find((entry) => entry.stoppedAt === null);
  if (known?.id === active?.id && known?.updatedAt === active?.updatedAt) return;
  // Invalidating alone waits for the tab to be looked at.
  void queryClient.refetchQueries({ queryKey: keys.entries });
}

export function followChanges(): void {
  followOtherTabs();
  setInterval(() => void followInBackground(), POLL_MS);
  focusManager.setEventListener((onFocus) => {
    const changed = (): void => onFocus(document.visibilityState === "visible");
    const focused = (): void => {
      onFocus(true);
      queue.retry();
    };
    addEventListener("focus", focused);
    addEventListener("online", queue.retry);
    document.addEventListener("visibilitychange", changed);
    return () => {
      removeEventListener("focus", focused);
      document.removeEventListener("visibilitychange", changed);
    };
  });
  addEventListener("pagehide", flushOnClose);
  addEventListener("pageshow", (event) => event.persisted && refresh());
  addEventListener("beforeunload", (event) => {
    if (queue.getState().unreachable) event.preventDefault();
  });
}
