// Folders of src import one way: each only from those above it in this list, and screens not from
// one another. Prints what goes against that, and fails.
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOMS = [
  ["words"],
  ["time"],
  ["api"],
  ["ui"],
  ["store"],
  ["timer", "projects", "reports", "settings", "accounts", "imports"],
  ["app"],
];

const source = fileURLToPath(new URL("src/", import.meta.url));
const floorOf = (room) => ROOMS.findIndex((rooms) => rooms.includes(room));
const roomOf = (file) => relative(source, file).split("/")[0];
const files = (await readdir(source, { recursive: true })).filter((name) => /\.tsx?$/.test(name));
let wrong = 0;

for (const name of files.filter((file) => file.includes("/"))) {
  const text = await readFile(join(source, name), "utf8");
  for (const [, path] of text.matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g)) {
    const [from, to] = [roomOf(join(source, name)), roomOf(join(source, dirname(name), path))];
    if (from === to || floorOf(to) < floorOf(from)) continue;
    console.error(`${name} imports ${path}: ${from} is not above ${to}`);
    wrong += 1;
  }
}
process.exit(wrong > 0 ? 1 : 0);
