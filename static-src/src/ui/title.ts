/** The document's title: what runs and which screen it is, or the screen and the page's name. */

import { words } from "../words";

let screen = "";
let running = "";

function write(): void {
  document.title = [running, screen, running ? "" : words.app].filter(Boolean).join(" · ");
}

export function nameScreen(name: string): void {
  screen = name;
  write();
}

/** Empty when nothing runs. */
export function nameRunning(text: string): void {
  running = text;
  write();
}
