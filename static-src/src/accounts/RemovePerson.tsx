/** What goes with a person and what stays, before they go for good. */

import { useState } from "react";
import { api, body } from "../api/client";
import type { Person } from "../api/session";
import { Dialog } from "../ui/Dialog";
import { inform } from "../ui/notices";
import { screenWords } from "../words/screens";
import { Field, Form } from "./Form";

const text = screenWords.accounts;

interface Props {
  person: Person;
  onDone(): void;
  onClose(): void;
}

export function RemovePerson({ person, onDone, onClose }: Props) {
  const { id: personId, name, email } = person;
  const [typed, setTyped] = useState("");
  const asked = email ?? name;
  const remove = async (): Promise<void> => {
    await body(api.DELETE("/api/people/{personId}", { params: { path: { personId } } }));
    inform(text.removedPerson(name));
    onDone();
    onClose();
  };
  return (
    <Dialog title={text.removePersonTitle(name)} onClose={onClose}>
      <p>{text.removeGoes}</p>
      <p>{text.removeStays}</p>
      <Form
        submit={text.removeNow}
        disabled={typed.trim().toLowerCase() !== asked.toLowerCase()}
        dangerous
        onSubmit={remove}
        onCancel={onClose}
      >
        <Field
          label={text.removeType(asked)}
          name="confirm"
          autoComplete="off"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </Form>
    </Dialog>
  );
}
