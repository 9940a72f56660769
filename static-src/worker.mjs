// Builds the service worker, with the list of all that the page consists of, into a built folder.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
// What only the server needs or nobody reads without the network, and the worker itself.
const APART = /^\/(?:\.vite\/.*|licenses\.json|sw\.js)$|\.(?:br|gz)$/;

/** Each file's address with the digest that a browser checks it by. */
async function digests(folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const path = `/${relative(folder, file)}`;
    if (!entry.isFile() || APART.test(path)) continue;
    const digest = createHash("sha256")
      .update(await readFile(file))
      .digest("base64");
    found.push([path, `sha256-${digest}`]);
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export async function buildWorker(folder) {
  const files = await digests(folder);
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
  await build({
    configFile: false,
    root: here,
    logLevel: "warn",
    publicDir: false,
    define: { __FILES__: JSON.stringify(files), __VERSION__: JSON.stringify(version) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: "es2022",
      rolldownOptions: {
        input: "src/worker/sw.ts",
        output: { format: "iife", entryFileNames: "sw.js" },
      },
    },
  });
}
