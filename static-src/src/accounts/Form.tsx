/** A form that is sent to the server: its fields by name, what went wrong beside its button. */

import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type Failure, failureOf, Unreachable } from "../api/errors";
import { Details } from "../ui/Details";
import { reasonOf } from "../ui/explain";
import { words } from "../words";
import { screenWords } from "../words/screens";

export type Values = Record<string, string>;

const valuesOf = (form: HTMLFormElement): Values =>
  Object.fromEntries(new FormData(form)) as Values;

interface Props {
  submit: string;
  /** Resolves when it is done; what it throws is told in words. */
  onSubmit(values: Values): Promise<void>;
  /** Whenever something is typed or chosen. */
  onTyped?(values: Values): void;
  /** Empties the fields when it is done. */
  clears?: boolean;
  className?: string;
  children: ReactNode;
  onCancel?(): void;
  /** It can't be sent yet. */
  disabled?: boolean;
  /** What it does can't be undone. */
  dangerous?: boolean;
}

interface Problem {
  reason: string;
  failure: Failure | undefined;
  /** The field that the server means; undefined when it means none of this form. */
  field: string | undefined;
}

/** What is refused by these codes can be made good in the field of this name. */
const FIELDS: Record<string, string> = {
  wrong_credentials: "password",
  wrong_password: "current",
  wrong_code: "code",
  invalid_password: "password",
  duplicate_email: "email",
};

function problemOf(error: unknown, form: HTMLFormElement): Problem {
  const failure = failureOf(error);
  const field = FIELDS[failure?.code ?? ""];
  const reason = error instanceof Unreachable ? screenWords.accounts.notSent : reasonOf(error);
  const has = field !== undefined && form.elements.namedItem(field) !== null;
  return { reason, failure, field: has ? field : undefined };
}

const Wrong = createContext<Problem | null>(null);

export function Form(props: Props) {
  const { submit, onSubmit, clears, className = "", children, ...on } = props;
  const { disabled = false, dangerous = false } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setProblem(null);
    try {
      await onSubmit(valuesOf(form));
      if (clears) form.reset();
    } catch (error) {
      const told = problemOf(error, form);
      setProblem(told);
      // What was typed stays; what is wrong, or else a password, is the one thing to type again.
      const again = told.field ? `[name=${told.field}]` : "input[type=password]";
      const field = form.querySelector<HTMLElement>(again);
      field?.focus();
      if (field instanceof HTMLInputElement) field.select();
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className={`form ${className}`}
      onSubmit={(event) => void send(event)}
      onInput={(event) => on.onTyped?.(valuesOf(event.currentTarget))}
    >
      <Wrong.Provider value={problem}>{children}</Wrong.Provider>
      {problem && !problem.field && (
        <p className="field-errors" role="alert">
          {problem.reason}
        </p>
      )}
      <Details failure={problem?.failure} />
      <div className="form-actions">
        {on.onCancel && (
          <button type="button" className="button" onClick={on.onCancel}>
            {words.editor.cancel}
          </button>
        )}
        <button
          type="submit"
          className={`button-primary ${dangerous ? "danger" : ""}`}
          disabled={busy || disabled}
        >
          {submit}
        </button>
      </div>
    </form>
  );
}

interface FieldProps extends React.InputHTMLAttributes<HTMLInputElement> {
  label: string;
  name: string;
  hint?: string;
}

export function Field({ label, hint, autoFocus, ...attributes }: FieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const problem = useContext(Wrong);
  const wrong = problem?.field === attributes.name ? problem : null;
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");

  // By itself a browser does so for a document that is loaded, not for a form that comes later.
  useLayoutEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        aria-describedby={described || undefined}
        aria-invalid={wrong !== null || undefined}
        {...attributes}
      />
      {wrong && (
        <p className="field-errors" id={`${id}-wrong`} role="alert">
          {wrong.reason}
        </p>
      )}
      {hint && (
        <p className="muted small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Where a new password is chosen, so that a password manager offers one. */
export function NewPassword({ label, optional = false }: { label: string; optional?: boolean }) {
  return (
    <Field
      label={label}
      name="password"
      type="password"
      autoComplete="new-password"
      minLength={10}
      maxLength={200}
      required={!optional}
      hint={screenWords.accounts.passwordHint}
    />
  );
}
