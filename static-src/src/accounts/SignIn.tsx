import { api, body } from "../api/client";
import { adoptSession } from "../store/session";
import { screenWords } from "../words/screens";
import { Field, Form } from "./Form";

/** The address stays as it is: who signs in goes on where they wanted to be. */
export function SignIn() {
  const signIn = async ({ email = "", password = "" }: Record<string, string>): Promise<void> => {
    await adoptSession(await body(api.POST("/api/session", { body: { email, password } })));
  };
  return (
    <Form submit={screenWords.accounts.signIn} onSubmit={signIn}>
      <Field
        label={screenWords.accounts.email}
        name="email"
        type="text"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
      />
      <Field
        label={screenWords.accounts.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
    </Form>
  );
}
