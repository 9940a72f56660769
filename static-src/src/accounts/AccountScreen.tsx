/** One's own account: name, password, sessions, tokens. */

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "../api/client";
import { adoptSession, useSession } from "../store/session";
import { tellWhy } from "../ui/explain";
import { inform } from "../ui/notices";
import { Section } from "../ui/Section";
import { screenWords } from "../words/screens";
import "./accounts.css";
import { Field, Form, NewPassword } from "./Form";
import { SessionList } from "./SessionList";
import { signOut } from "./signOut";
import { Tokens } from "./Tokens";

const text = screenWords.accounts;

export default function AccountScreen() {
  const { mode, person } = useSession();
  return (
    <>
      <Section title={text.you}>
        <Profile />
      </Section>
      {mode === "password" && (
        <>
          <Section title={text.password}>
            <ChangePassword key={person.id} />
          </Section>
          <Section title={text.sessions}>
            <Sessions />
            <button type="button" className="button" onClick={signOut}>
              {text.signOut}
            </button>
          </Section>
        </>
      )}
      <Section title={text.tokens}>
        <Tokens />
      </Section>
    </>
  );
}

function Profile() {
  const { person, mode, csrfToken } = useSession();
  const save = async ({ name = "" }: Record<string, string>): Promise<void> => {
    const changed = await body(api.PATCH("/api/account", { body: { name } }));
    await adoptSession({ mode, csrfToken, person: changed });
    inform(text.saved);
  };
  return (
    <Form submit={text.save} onSubmit={save}>
      <Field
        label={text.name}
        name="name"
        autoComplete="name"
        defaultValue={person.name}
        maxLength={200}
        required
      />
    </Form>
  );
}

function ChangePassword() {
  const { person } = useSession();
  const client = useQueryClient();
  const change = async (values: Record<string, string>): Promise<void> => {
    const { current = "", password = "" } = values;
    await adoptSession(
      await body(api.POST("/api/account/password", { body: { current, password } })),
    );
    const ended = [["sessions"], ["tokens"]];
    await Promise.all(ended.map((queryKey) => client.invalidateQueries({ queryKey })));
    inform(text.passwordChanged);
  };
  return (
    <Form submit={text.changePassword} onSubmit={change} clears>
      <input
        className="hidden"
        name="email"
        type="text"
        autoComplete="username"
        aria-label={text.email}
        tabIndex={-1}
        readOnly
        value={person.email ?? ""}
      />
      <Field
        label={text.currentPassword}
        name="current"
        type="password"
        autoComplete="current-password"
        required
      />
      <NewPassword label={text.newPassword} />
    </Form>
  );
}

function Sessions() {
  const { data, refetch } = useQuery({
    queryKey: ["sessions"],
    queryFn: () => body(api.GET("/api/account/sessions")),
  });
  const end = async (sessionId: string): Promise<void> => {
    const request = { params: { path: { sessionId } } };
    await body(api.DELETE("/api/account/sessions/{sessionId}", request)).catch(tellWhy);
    await refetch();
  };
  return <SessionList sessions={data ?? []} onEnd={(id) => void end(id)} />;
}
