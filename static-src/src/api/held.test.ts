import { beforeEach, describe, expect, it } from "vitest";
import { forget, offer, resolve } from "./held";

const asked = (path = "/api/entries", method = "GET"): Request => {
  const request = new Request(`http://localhost${path}`, { method });
  offer(request);
  return request;
};
const answer = (text: string, etag: string): Response =>
  new Response(text, { headers: { ETag: etag, Date: "now" } });
const unchanged = (): Response => new Response(null, { status: 304 });
const tagOf = (request: Request): string | null => request.headers.get("If-None-Match");

describe("answers that are held", () => {
  beforeEach(forget);

  it("are offered and given again while they are right", async () => {
    resolve(asked(), answer("one", 'W/"1"'));
    for (let turn = 0; turn < 3; turn++) {
      const request = asked();
      expect(tagOf(request)).toBe('W/"1"');
      expect(await resolve(request, unchanged()).text()).toBe("one");
    }
    expect(await resolve(asked(), answer("two", 'W/"2"')).text()).toBe("two");
    expect(tagOf(asked())).toBe('W/"2"');
  });

  it("are of one address, and only of what is read", () => {
    resolve(asked(), answer("one", 'W/"1"'));
    expect(tagOf(asked("/api/catalog"))).toBeNull();
    expect(tagOf(asked("/api/entries", "POST"))).toBeNull();
    resolve(asked("/api/catalog"), new Response("no", { status: 500, headers: { ETag: '"x"' } }));
    expect(tagOf(asked("/api/catalog"))).toBeNull();
  });

  it("are forgotten when somebody else may come, and when there are many", () => {
    resolve(asked(), answer("one", 'W/"1"'));
    forget();
    expect(tagOf(asked())).toBeNull();
    for (let page = 0; page < 60; page++) resolve(asked(`/${page}`), answer("x", 'W/"x"'));
    expect(tagOf(asked("/0"))).toBeNull();
    expect(tagOf(asked("/59"))).toBe('W/"x"');
  });
});
