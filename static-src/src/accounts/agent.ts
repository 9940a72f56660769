/** A browser's User-Agent as a person would say it. Pure. */

import { screenWords } from "../words/screens";

// In this order: most of them claim to be those that follow as well.
const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|CriOS|Chromium)\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

const first = (agent: string, known: [RegExp, string][]): string | undefined =>
  known.find(([pattern]) => pattern.test(agent))?.[1];

export function describeAgent(agent: string): string {
  const browser = first(agent, BROWSERS);
  const system = first(agent, SYSTEMS);
  if (browser && system) return screenWords.accounts.browserOn(browser, system);
  return browser ?? (agent.split(/[/\s]/)[0] || screenWords.accounts.unknownBrowser);
}
