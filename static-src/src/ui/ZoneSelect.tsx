import { type ReactNode, type SelectHTMLAttributes, useMemo } from "react";
import { zoneGroups } from "./zones";

/** Controlled: what a select begins with doesn't reach into its groups. */
interface Props extends SelectHTMLAttributes<HTMLSelectElement> {
  value: string;
  /** Options before the list. */
  children?: ReactNode;
}

/** Every zone the browser knows, by part of the world. */
export function ZoneSelect({ children, ...select }: Props) {
  const { value: chosen } = select;
  const groups = useMemo(() => zoneGroups(Intl.supportedValuesOf("timeZone"), chosen), [chosen]);
  return (
    <select {...select}>
      {children}
      {groups.map(({ area, zones }) => (
        <optgroup key={area} label={area}>
          {zones.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
