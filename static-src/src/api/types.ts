import type { components } from "./schema";

type Schemas = components["schemas"];
export type Project = Schemas["Project"];
export type Category = Schemas["Category"];
export type TimeEntry = Schemas["TimeEntry"];
export type Report = Schemas["Report"];
export type ReportRow = Schemas["ReportRow"];
export type TagUse = Schemas["TagUse"];
