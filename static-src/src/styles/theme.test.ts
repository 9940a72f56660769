/// <reference types="node" />

// Read as files: what is imported as a style is empty under test.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const SRC = new URL("../", import.meta.url);
const theme = readFileSync(new URL("theme.css", import.meta.url), "utf8");

type Theme = "light" | "dark";
const THEMES = ["light", "dark"] as const;

/** What is said of every page, before any media query. */
const plain = theme.slice(0, theme.indexOf("@media"));
const properties = new Map(
  [...plain.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]),
);

type Rgb = [number, number, number];

function colorOf(text: string, at: Theme): Rgb {
  const value = text.trim();
  const hex = /^#(..)(..)(..)$/.exec(value);
  if (hex) return [hex[1], hex[2], hex[3]].map((part = "") => Number.parseInt(part, 16)) as Rgb;
  const named = /^var\((--[\w-]+)\)$/.exec(value);
  if (named) return colorOf(properties.get(named[1] ?? "") ?? "", at);
  const both = /^light-dark\((.+), (.+)\)$/.exec(value);
  if (both) return colorOf((at === "light" ? both[1] : both[2]) ?? "", at);
  const mixed = /^color-mix\(in srgb, (.+) (\d+)%, (.+)\)$/.exec(value);
  if (!mixed) throw new Error(`not a colour: ${value}`);
  const [, a = "", share = "", b = ""] = mixed;
  return mix(colorOf(a, at), Number(share) / 100, colorOf(b, at));
}

const mix = (a: Rgb, share: number, b: Rgb): Rgb =>
  a.map((part, index) => part * share + (b[index] ?? 0) * (1 - share)) as Rgb;

/** As WCAG 2 measures it. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const named = (name: string, at: Theme): Rgb => colorOf(`var(--${name})`, at);
const between = (a: string, b: string, at: Theme): number => contrast(named(a, at), named(b, at));

/** The table of the look: what stands on what, and how far it is at least from it. */
const TEXT: [string, string[], number][] = [
  ["text", ["page", "raised", "sunken", "running-tint", "accent-tint", "warning-tint"], 7],
  ["muted", ["page", "raised", "sunken", "running-tint", "accent-tint", "warning-tint"], 4.5],
  ["quiet", ["page", "raised", "sunken"], 4.5],
  ["accent", ["page", "raised"], 4.5],
  ["running", ["page", "raised", "running-tint"], 4.5],
  ["danger", ["page", "raised"], 4.5],
  ["warning", ["page", "raised", "warning-tint"], 4.5],
  ["on-accent", ["accent"], 4.5],
  ["on-running", ["running"], 4.5],
  ["on-danger", ["danger"], 4.5],
];

describe.each(THEMES)("the %s theme", (at) => {
  for (const [text, grounds, least] of TEXT) {
    it.each(grounds)(`can be read: ${text} on %s`, (ground) => {
      expect(between(text, ground, at)).toBeGreaterThanOrEqual(least);
    });
  }

  const projects = [...plain.matchAll(/\.color-(\w+) \{\s*--color: ([^;]+);/g)];

  it.each(projects.map(([, name = "", value = ""]) => [name, value] as const))(
    "shows a project in %s, and text on its tint",
    (_name, value) => {
      const color = colorOf(value, at);
      expect(contrast(color, named("page", at))).toBeGreaterThanOrEqual(3);
      const tint = mix(color, at === "light" ? 0.13 : 0.2, named("page", at));
      expect(contrast(named("text", at), tint)).toBeGreaterThanOrEqual(7);
      expect(contrast(named("muted", at), tint)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("has the eight colours of the API, the accent, and one for what has none", () => {
    expect(projects).toHaveLength(10);
  });
});

describe("colours", () => {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.(css|tsx)$/.test(file) && !file.endsWith("theme.css"),
  );

  it.each(files)("are not named in %s", (file) => {
    const text = readFileSync(new URL(file, SRC), "utf8");
    expect(text.match(/#[\da-f]{3,8}\b(?=[;,)\s"])|\b(?:rgba?|hsla?|oklch)\(/gi)).toBeNull();
  });
});
