import { describe, expect, test } from "vitest";
import { zoneGroups } from "./zones";

describe("zones by part of the world", () => {
  test("are sorted, with readable names", () => {
    const groups = zoneGroups(
      ["Europe/Oslo", "America/Argentina/San_Juan", "Europe/Berlin"],
      "system",
    );
    expect(groups.map(({ area }) => area)).toEqual(["America", "Europe", "UTC"]);
    expect(groups[0]?.zones[0]?.label).toBe("Argentina: San Juan");
    expect(groups[1]?.zones.map(({ label }) => label)).toEqual(["Berlin", "Oslo"]);
    expect(groups[2]?.zones).toEqual([{ value: "Etc/UTC", label: "UTC" }]);
  });

  test("have the chosen one even if the browser doesn't list it", () => {
    const values = zoneGroups(["Europe/Oslo"], "Asia/Calcutta").flatMap(({ zones }) => zones);
    expect(values.map(({ value }) => value)).toContain("Asia/Calcutta");
  });
});
