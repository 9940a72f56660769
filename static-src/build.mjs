// The whole build, as plain node: checks the generated types, type-checks, bundles, compresses,
// and holds the first load to its size. Writes dist/.
import { spawnSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { isStale } from "./generate.mjs";
import { buildWorker } from "./worker.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = join(here, "dist");

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: here,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Siblings that the server sends to those who accept them; small files gain nothing. */
async function compress(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(js|css|html|svg|json|webmanifest)$/.test(entry.name)) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const content = await readFile(file);
    if (content.length < 512) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    await writeFile(`${file}.br`, brotliCompressSync(content, { params }));
    await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

if (await isStale()) {
  console.error("src/api/schema.d.ts is not what openapi.json says. Run: npm run generate");
  process.exit(1);
}
run("node_modules/typescript/bin/tsc", "--noEmit");
run("node_modules/typescript/bin/tsc", "--noEmit", "--project", "src/worker");
run("node_modules/vite/bin/vite.js", "build");
await buildWorker(dist);
await compress(dist);
run("size.mjs");
