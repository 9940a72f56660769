// Prints what a first visit loads, gzipped, by part, and the service worker apart; fails when it is
// more than agreed.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const LIMITS = { JavaScript: 70_000, CSS: 15_000, "Service worker": 5_000 };

const dist = new URL("./dist/", import.meta.url);
const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", dist), "utf8"));
const gzipped = async (file) => gzipSync(await readFile(new URL(file, dist)), { level: 9 }).length;

const named = (await readFile(new URL("index.html", dist), "utf8")).matchAll(
  /(?:src|href)="\/(assets\/[^"]+)"/g,
);
const asked = new Set([...named].map(([, file]) => file));

/** A part that the document asks for, and everything that has to be there before it can run. */
function firstLoad(key, seen) {
  if (seen.has(key)) return;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) firstLoad(next, seen);
}

const needed = new Set();
for (const [key, { file }] of Object.entries(manifest)) if (asked.has(file)) firstLoad(key, needed);
const first = [...needed];
const scripts = first.map((key) => manifest[key].file).filter((file) => file.endsWith(".js"));
const styles = [
  ...new Set([
    ...[...asked].filter((file) => file.endsWith(".css")),
    ...first.flatMap((key) => manifest[key].css ?? []),
  ]),
];
const later = Object.entries(manifest).filter(([key]) => !first.includes(key));
let failed = false;

async function report(kind, files) {
  let total = 0;
  for (const file of files) {
    const size = await gzipped(file);
    total += size;
    console.log(`  ${(size / 1000).toFixed(1).padStart(6)} kB  ${file}`);
  }
  const within = total <= LIMITS[kind];
  failed ||= !within;
  const verdict = within ? "within" : "MORE THAN";
  console.log(`${kind}: ${(total / 1000).toFixed(1)} kB, ${verdict} ${LIMITS[kind] / 1000} kB`);
}

console.log("First load, gzipped:");
await report("JavaScript", scripts);
await report("CSS", styles);
console.log("On demand:");
for (const [, { file, css = [] }] of later) {
  for (const part of [file, ...css].filter((name) => /\.(js|css)$/.test(name))) {
    console.log(`  ${((await gzipped(part)) / 1000).toFixed(1).padStart(6)} kB  ${part}`);
  }
}
console.log("Afterwards, in the background:");
await report("Service worker", ["sw.js"]);
process.exit(failed ? 1 : 0);
