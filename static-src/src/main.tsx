import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { SessionProvider } from "./app/SessionProvider";
import { followChanges } from "./data/live";
import { onRefused, queryClient } from "./data/store";
import { WorldProvider } from "./data/WorldProvider";
import "./styles/index.css";
import { tellRefused } from "./ui/explain";
import { words } from "./words";

document.documentElement.lang = words.language;
onRefused(tellRefused);
followChanges();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <SessionProvider>
        <WorldProvider>
          <App />
        </WorldProvider>
      </SessionProvider>
    </QueryClientProvider>
  </StrictMode>,
);
