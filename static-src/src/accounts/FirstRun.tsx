import { api, body } from "../api/client";
import { actAs } from "../api/session";
import { browserZone } from "../store/preferences";
import { adoptSession } from "../store/session";
import { screenWords } from "../words/screens";
import { Field, Form, NewPassword } from "./Form";

const text = screenWords.accounts;

/** The first administrator proves with the code that they can read the server's log. */
export function FirstRun() {
  const setUp = async (values: Record<string, string>): Promise<void> => {
    const { code = "", name = "", email = "", password = "" } = values;
    const session = await body(api.POST("/api/setup", { body: { code, name, email, password } }));
    actAs(session);
    const zone = browserZone();
    const changed = await body(api.PATCH("/api/account", { body: { zone } })).catch(() => null);
    await adoptSession({ ...session, person: changed ?? session.person });
  };
  return (
    <Form submit={text.create} onSubmit={setUp}>
      <Field
        label={text.code}
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        autoFocus
        hint={text.codeHint}
      />
      <Field label={text.name} name="name" autoComplete="name" maxLength={200} required />
      <Field
        label={text.email}
        name="email"
        type="email"
        autoComplete="username"
        maxLength={200}
        required
      />
      <NewPassword label={text.password} />
    </Form>
  );
}
