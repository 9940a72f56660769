/** Everybody, for administrators: adding, changing, letting no longer in. */

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { create } from "zustand";
import { api, body } from "../api/client";
import type { Person } from "../api/session";
import { useSession } from "../store/session";
import { Dialog } from "../ui/Dialog";
import { tell } from "../ui/explain";
import { Icon } from "../ui/Icon";
import { inform } from "../ui/notices";
import { Section } from "../ui/Section";
import { screenWords } from "../words/screens";
import "./accounts.css";
import { PEOPLE, usePeople } from "../store/people";
import { everythingOf } from "./everything";
import { Field, Form, type Values } from "./Form";
import { RemovePerson } from "./RemovePerson";
import { Pick } from "./Tokens";

const text = screenWords.accounts;

interface Opened {
  open: Person | "new" | null;
  typed: Values;
}

/** Kept outside of the screen, which is gone while one whose session has ended signs in again. */
const useOpened = create<Opened>(() => ({ open: null, typed: {} }));

const setOpen = (open: Opened["open"]): void => useOpened.setState({ open, typed: {} });

export default function PeopleScreen() {
  const people = usePeople();
  const client = useQueryClient();
  const { person: me } = useSession();
  const { open } = useOpened();
  const [removing, setRemoving] = useState<Person | null>(null);
  const again = () => client.invalidateQueries({ queryKey: PEOPLE });

  const setDisabled = async ({ id: personId, name }: Person, disabled: boolean): Promise<void> => {
    const request = { params: { path: { personId } }, body: { disabled } };
    await body(api.PATCH("/api/people/{personId}", request)).catch((error: unknown) =>
      tell((disabled ? text.disableOf : text.enableOf)(name), error),
    );
    await again();
  };

  return (
    <Section title={text.people}>
      <ul className="account-list">
        {people.map((person) => (
          <li key={person.id} data-disabled={person.disabled || undefined}>
            <div>
              <strong>{person.name}</strong> {person.id === me.id && <em>{text.itsYou}</em>}
              <p className="muted small">
                {[person.email, text.roles[person.role], person.disabled ? text.disabled : ""]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            <div className="account-buttons">
              <button
                type="button"
                className="button"
                aria-label={text.editPerson(person.name)}
                onClick={() => setOpen(person)}
              >
                {text.edit}
              </button>
              {person.id !== me.id && (
                <button
                  type="button"
                  className="button"
                  aria-label={(person.disabled ? text.enableOf : text.disableOf)(person.name)}
                  onClick={() => void setDisabled(person, !person.disabled)}
                >
                  {person.disabled ? text.enable : text.disable}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <div>
        <button type="button" className="button-primary" onClick={() => setOpen("new")}>
          <Icon name="plus" />
          {text.addPerson}
        </button>
      </div>
      {open && (
        <PersonDialog
          person={open === "new" ? null : open}
          onDone={() => void again()}
          onRemove={(person) => {
            setOpen(null);
            setRemoving(person);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {removing && (
        <RemovePerson
          person={removing}
          onDone={() => void again()}
          onClose={() => setRemoving(null)}
        />
      )}
    </Section>
  );
}

interface DialogProps {
  person: Person | null;
  onDone(): void;
  onRemove(person: Person): void;
  onClose(): void;
}

function PersonDialog({ person, onDone, onRemove, onClose }: DialogProps) {
  const { mode, person: me } = useSession();
  const isMe = person?.id === me.id;
  const [typed] = useState(() => useOpened.getState().typed);
  const save = async (values: Values): Promise<void> => {
    await (person ? change(person, values) : add(values));
    onDone();
    onClose();
  };
  return (
    <Dialog title={person ? text.editPerson(person.name) : text.addPerson} onClose={onClose}>
      <Form
        submit={person ? text.save : text.addPerson}
        onSubmit={save}
        onTyped={(values) => useOpened.setState({ typed: values })}
        onCancel={onClose}
      >
        <Field
          label={text.name}
          name="name"
          autoComplete="off"
          defaultValue={typed.name ?? person?.name}
          maxLength={200}
          required
        />
        <Field
          label={text.email}
          name="email"
          type={mode === "proxy" ? "text" : "email"}
          autoComplete="off"
          defaultValue={typed.email ?? person?.email ?? ""}
          maxLength={200}
          required
        />
        {/* Behind a proxy the server's settings say who administers. */}
        {mode !== "proxy" && (
          <Pick
            label={text.role}
            name="role"
            options={{ member: text.roles.member, administrator: text.roles.administrator }}
            initial={typed.role ?? person?.role}
          />
        )}
        {/* One's own is changed with the present one, under Account. */}
        {mode === "password" && !isMe && (
          <Field
            label={person ? text.setPassword : text.firstPassword}
            name="password"
            type="password"
            autoComplete="new-password"
            defaultValue={typed.password}
            minLength={10}
            maxLength={200}
            hint={person ? text.setPasswordHint : text.firstPasswordHint}
          />
        )}
      </Form>
      {person && !isMe && (
        <div className="person-more">
          <button type="button" className="button" onClick={() => void revokeTokens(person)}>
            {text.revokeTokensOf(person.name)}
          </button>
          <a className="button" href={everythingOf(person.id)} download>
            {text.downloadOf(person.name)}
          </a>
          <button type="button" className="button danger" onClick={() => onRemove(person)}>
            {text.removePersonOf(person.name)}
          </button>
        </div>
      )}
    </Dialog>
  );
}

interface Fields {
  name: string;
  email: string;
  role?: Person["role"];
  password?: string;
}

function fieldsOf({ name = "", email = "", role, password }: Values): Fields {
  const fields: Fields = { name, email };
  if (role) fields.role = role as Person["role"];
  if (password) fields.password = password;
  return fields;
}

async function add(values: Values): Promise<void> {
  await body(api.POST("/api/people", { body: { role: "member", ...fieldsOf(values) } }));
  inform(text.added(values.name ?? ""));
}

async function change({ id: personId }: Person, values: Values): Promise<void> {
  const request = { params: { path: { personId } }, body: fieldsOf(values) };
  await body(api.PATCH("/api/people/{personId}", request));
  inform(text.saved);
}

async function revokeTokens({ id: personId, name }: Person): Promise<void> {
  try {
    await body(api.DELETE("/api/people/{personId}/tokens", { params: { path: { personId } } }));
    inform(text.tokensRevoked(name));
  } catch (error) {
    tell(text.revokeTokensOf(name), error);
  }
}
