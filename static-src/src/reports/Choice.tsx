import type { ReactNode } from "react";

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly T[];
  names: Record<string, string>;
  onChange(value: T): void;
}

export function Choice<T extends string>({
  label,
  value,
  options,
  names,
  onChange,
}: ChoiceProps<T>) {
  return (
    <Field label={label}>
      <select value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {names[option]}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label className="field">
      <span>{label}</span>
      {children}
    </label>
  );
}
