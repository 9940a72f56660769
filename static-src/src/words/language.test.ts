import { expect, test } from "vitest";
import { languageFor, localeFor } from "./language";

test("what was chosen comes before what the browser asks for", () => {
  expect(languageFor('{"language":"de"}', ["en-GB"])).toBe("de");
  expect(languageFor('{"language":"en"}', ["de-DE", "en"])).toBe("en");
  expect(languageFor('{"language":"system"}', ["de-DE", "en"])).toBe("de");
});

test("of the browser's wishes the first that can be met", () => {
  expect(languageFor(null, ["fr-FR", "de-AT", "en"])).toBe("de");
  expect(languageFor(null, ["fr-FR"])).toBe("en");
  expect(languageFor(null, [])).toBe("en");
});

test("what is stored may be anything", () => {
  for (const stored of ["", "{", "null", "3", '{"language":"toString"}', '{"language":["de"]}'])
    expect(languageFor(stored, ["en-GB"])).toBe("en");
});

test("dates and numbers are written as in the browser's region", () => {
  expect(localeFor("de", ["de-AT", "en"])).toBe("de-AT");
  expect(localeFor("en", ["de-DE"])).toBe("en-DE");
  expect(localeFor("en", ["fr", "en-GB"])).toBe("en-GB");
  expect(localeFor("de", ["en"])).toBe("de");
  expect(localeFor("de", [])).toBe("de");
});
