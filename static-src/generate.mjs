// Writes src/api/schema.d.ts from openapi.json; with --check only says whether it is up to date.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL("./openapi.json", import.meta.url);
const target = new URL("./src/api/schema.d.ts", import.meta.url);

export async function generated() {
  const ast = await openapiTS(JSON.parse(await readFile(source, "utf8")));
  return `// Made from openapi.json by \`npm run generate\`; not edited by hand.\n${astToString(ast)}`;
}

export async function isStale() {
  const present = await readFile(target, "utf8").catch(() => "");
  return present !== (await generated());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(target, await generated());
}
