/// <reference types="node" />

/**
 * Words are whole: every language has all of them, each of them is said somewhere, and nothing is
 * said beside them. The sources are read, not run.
 */

import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { de as firstInGerman } from "./de";
import { en as firstInEnglish } from "./en";
import { de as laterInGerman } from "./screens/de";
import { en as laterInEnglish } from "./screens/en";

const en = { ...firstInEnglish, ...laterInEnglish };
const de = { ...firstInGerman, ...laterInGerman };
const CATALOGUES = new Set(["words", "screenWords"]);

/**
 * What is looked up by a name that is not written out at that place. Each name in there has to be
 * written elsewhere, or else to be one of the server's.
 */
const LOOKED_UP = [
  "accounts.roles",
  "accounts.scopes",
  "actions",
  "audit.fields",
  "conflict",
  "conflict.fields",
  "errors",
  "imports.counts",
  "imports.meanings",
  "imports.orders",
  "imports.overlapping",
  "imports.questions",
  "imports.sources",
  "imports.states",
  "imports.trackers",
  "kept",
  "projects.colors",
  "reports",
  "reports.exporting.formats",
  "reports.exporting.hints",
  "reports.groups",
  "reports.ranges",
  "reports.views",
  "reports.without",
  "saying.verbs",
];

/** What is handed on as a whole, such as the options of a field. */
const HANDED_ON = [
  "accounts.lifetimes",
  "accounts.scopes",
  "actions.groups",
  "help.caps",
  "reports.buckets",
  "reports.groups",
];

const SRC = new URL("../", import.meta.url);
const CONTRACT = readFileSync(new URL("../openapi.json", SRC), "utf8");

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !/^words\/|\.test\.ts$|\.d\.ts$/.test(name))
  .map((name) => {
    const text = readFileSync(new URL(name, SRC), "utf8");
    return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  });

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Every word by its path: `timer.today`. */
function leaves(group: Record<string, unknown>, path = ""): [string, unknown][] {
  return Object.entries(group).flatMap(([key, value]) =>
    isGroup(value) ? leaves(value, `${path}${key}.`) : [[path + key, value]],
  );
}

const at = (path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => isGroup(value) && value[key], en);

const ENGLISH = leaves(en);

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

/** What a file calls parts of the catalogue: `const text = words.accounts`, `{ kept } = words`. */
interface Alias {
  name: string;
  path: string;
  /** The block that it is declared in: elsewhere the same name may be another's. */
  scope: ts.Node;
}
type Aliases = Alias[];

const isWithin = (node: ts.Node, { scope }: Alias): boolean =>
  scope.pos <= node.pos && node.end <= scope.end;

function scopeOf(node: ts.Node): ts.Node {
  return ts.isBlock(node) || ts.isSourceFile(node) ? node : scopeOf(node.parent);
}

/** The path of `words.a.b` or of `text.b`; undefined when it is none. */
function pathOf(node: ts.Node, aliases: Aliases): string | undefined {
  if (ts.isIdentifier(node))
    return aliases.findLast((one) => one.name === node.text && isWithin(node, one))?.path;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
    return pathOf(node.expression, aliases);
  const key = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)
      ? node.argumentExpression.text
      : undefined;
  if (key === undefined) return undefined;
  const from = pathOf((node as ts.PropertyAccessExpression).expression, aliases);
  if (from === undefined) return undefined;
  const path = from ? `${from}.${key}` : key;
  return at(path) === undefined || at(path) === false ? undefined : path;
}

function aliasesIn(file: ts.SourceFile): Aliases {
  const aliases: Aliases = [];
  visit(file, (node) => {
    const call = (name: ts.Node, path: string): void => {
      aliases.push({ name: name.getText(), path, scope: scopeOf(node) });
    };
    if (ts.isImportSpecifier(node) && CATALOGUES.has(node.name.text)) call(node.name, "");
    if (!ts.isVariableDeclaration(node) || !node.initializer) return;
    const from = pathOf(node.initializer, aliases);
    if (from === undefined) return;
    if (ts.isIdentifier(node.name)) {
      if (isGroup(at(from))) call(node.name, from);
      return;
    }
    for (const element of node.name.elements) {
      if (!ts.isBindingElement(element)) continue;
      const key = (element.propertyName ?? element.name).getText();
      call(element.name, from ? `${from}.${key}` : key);
    }
  });
  return aliases;
}

/** What is done with a group of words. */
function takenAs(node: ts.Node): "part" | "looked up" | "handed on" {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent)) return takenAs(parent);
  if (ts.isVariableDeclaration(parent) && parent.initializer === node) return "part";
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return "part";
  if (!ts.isElementAccessExpression(parent) || parent.expression !== node) return "handed on";
  return ts.isStringLiteralLike(parent.argumentExpression) ? "part" : "looked up";
}

const said = new Set<string>();
const lookedUp = new Set<string>();
const handedOn = new Set<string>();
/** Names and strings that are written in the sources, for what is looked up. */
const written = new Set<string>();

for (const file of files) {
  const aliases = aliasesIn(file);
  visit(file, (node) => {
    if (ts.isStringLiteralLike(node)) written.add(node.text);
    if (ts.isPropertyAssignment(node)) written.add(node.name.getText());
    const path = pathOf(node, aliases);
    if (path === undefined || path === "" || at(path) === undefined) return;
    // An identifier that is only a name within a longer path, or where it is declared.
    if (ts.isIdentifier(node) && !standsForItself(node)) return;
    if (!isGroup(at(path))) said.add(path);
    else if (takenAs(node) === "looked up") lookedUp.add(path);
    else if (takenAs(node) === "handed on") handedOn.add(path);
  });
}

function standsForItself(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
  if (ts.isJsxAttribute(parent) || ts.isImportSpecifier(parent)) return false;
  if (ts.isQualifiedName(parent) || ts.isTypeQueryNode(parent)) return false;
  if (ts.isPropertySignature(parent)) return false;
  if (ts.isParameter(parent) || ts.isBindingElement(parent)) return false;
  return !ts.isVariableDeclaration(parent) || parent.name !== node;
}

const kindOf = (value: unknown): string =>
  typeof value === "function" ? `function of ${value.length}` : typeof value;

test("German has all that English has, of the same kinds, and nothing else", () => {
  const kinds = (words: object) =>
    Object.fromEntries(
      leaves(words as Record<string, unknown>).map(([path, value]) => [path, kindOf(value)]),
    );
  expect(kinds(de)).toEqual(kinds(en));
});

test("no word is empty, whatever it is said of", () => {
  for (const words of [en, de]) {
    for (const [path, value] of leaves(words)) {
      const texts =
        typeof value === "function"
          ? [0, 1, 2].map((count) => value(count, count, count, count))
          : [value];
      for (const text of texts) expect(text, path).toMatch(/\S/);
      for (const text of texts) expect(text, path).not.toMatch(/undefined|NaN|\[object|function/);
    }
  }
});

test("what is looked up by a name, or handed on as a whole, is known", () => {
  expect([...lookedUp].sort()).toEqual(LOOKED_UP);
  expect([...handedOn].sort()).toEqual(HANDED_ON);
});

test("every word is said somewhere", () => {
  const isSaid = ([path]: [string, unknown]): boolean => {
    const [group, name = ""] = [path.slice(0, path.lastIndexOf(".")), path.split(".").at(-1)];
    if (said.has(path) || handedOn.has(group)) return true;
    if (group === "errors" && CONTRACT.includes(`\`${name}\``)) return true;
    return lookedUp.has(group) && (written.has(name) || CONTRACT.includes(`"${name}"`));
  };
  const unsaid = ENGLISH.filter((word) => !isSaid(word)).map(([path]) => path);
  expect(unsaid).toEqual([]);
});

const SPOKEN = new Set(["aria-label", "aria-description", "title", "placeholder", "alt", "label"]);
const TELLING = new Set(["inform", "complain", "offer", "tell", "useTitle"]);
const hasLetters = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Where a string is shown to people: as text, by an attribute, or in a notice. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isShown(parent);
  if (ts.isBinaryExpression(parent))
    return /^(\|\||&&|\?\?|\+)$/.test(parent.operatorToken.getText()) && isShown(parent);
  if (ts.isParenthesizedExpression(parent) || ts.isTemplateSpan(parent)) return isShown(parent);
  if (ts.isTemplateExpression(parent)) return isShown(parent);
  if (ts.isJsxExpression(parent)) return isShown(parent) || ts.isJsxElement(parent.parent);
  if (ts.isJsxAttribute(parent)) return SPOKEN.has(parent.name.getText());
  if (ts.isPropertyAssignment(parent)) return SPOKEN.has(parent.name.getText());
  return ts.isCallExpression(parent) && TELLING.has(parent.expression.getText());
}

test("nothing is said beside the words", () => {
  const loose: string[] = [];
  for (const file of files) {
    visit(file, (node) => {
      const shown = ts.isJsxText(node) || (ts.isStringLiteralLike(node) && isShown(node));
      const pieces = ts.isTemplateExpression(node) && isShown(node) ? textOf(node) : [];
      if (shown) pieces.push(node.text);
      if (pieces.some(hasLetters)) loose.push(`${file.fileName}: ${node.getText().trim()}`);
    });
  }
  expect(loose).toEqual([]);
});

const textOf = ({ head, templateSpans }: ts.TemplateExpression): string[] => [
  head.text,
  ...templateSpans.map(({ literal }) => literal.text),
];
