import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./app/actions";
import { Gated } from "./app/Gated";
import { followRefusals } from "./app/refusals";
import { followKeys } from "./app/shortcuts";
import { followUndo } from "./app/undoing";
import { registerWorker } from "./app/worker";
import "./projects/actions";
import "./reports/actions";
import { followChanges, queryClient } from "./store/feed";
import { followSession } from "./store/session";
import "./styles/index.css";
import "./timer/actions";
import { offer } from "./ui/notices";
import { words } from "./words";

document.documentElement.lang = words.language;
followRefusals();
followUndo();
followKeys();
// Loaded when the address asks for something, which it seldom does.
if (location.search) void import("./app/arriving").then((arriving) => arriving.followArrival());
followChanges();
followSession();
registerWorker((run) => offer(words.notice.updated, [{ label: words.notice.reload, run }]));

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Gated />
    </QueryClientProvider>
  </StrictMode>,
);
