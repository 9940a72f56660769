/**
 * The service worker: it keeps the whole page in the browser, so that the page opens without the
 * server. It holds nothing of the API and knows nothing of what the page does.
 */

export {};

declare const self: ServiceWorkerGlobalScope;

/** Every file of this build with its digest, and a name for all of them; worker.mjs writes both. */
declare const __FILES__: Record<string, string>;
declare const __VERSION__: string;

const files = __FILES__;
const PREFIX = "page-";
const CACHE = PREFIX + __VERSION__;
// Answers say that they vary by what is accepted; what is kept is not compressed.
const OWN = { cacheName: CACHE, ignoreVary: true };

const API = /^\/(?:api|healthz|livez|readyz)(?:\/|$)/;
/** What opens from what is kept, at once. Other addresses may belong to a proxy that signs in. */
const SCREENS = /^\/(?:(?:projects|reports|settings|import|calendar|timesheet)(?:\/.*)?)?$/;

/**
 * Keeps this build, or throws; then the worker before goes on. The digests refuse what is no answer
 * of this build: an error's page, a half of the next version while servers are replaced.
 */
async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  // One at a time: a browser has six connections to a server, and the page needs them first.
  for (const [path, integrity] of Object.entries(files)) {
    const fresh = path.startsWith("/assets/") ? "default" : "no-cache";
    await cache.add(new Request(path, { integrity, cache: fresh }));
  }
}

/** The addresses of the first script of every page that is open; see app/worker.ts. */
async function inUse(): Promise<Set<string | undefined>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name }) => name));
}

/** Removes earlier builds, once no page of theirs is open that could ask for another part. */
async function tidy(): Promise<void> {
  const names = await caches.keys();
  // Nor what a worker after this one keeps for when its time comes.
  if (self.registration.installing || self.registration.waiting) return;
  const open = await inUse();
  for (const name of names.filter((one) => one.startsWith(PREFIX) && one !== CACHE)) {
    const kept = await (await caches.open(name)).keys();
    if (!kept.some(({ url }) => open.has(url))) await caches.delete(name);
  }
}

async function openPage(request: Request, { pathname, searchParams }: URL): Promise<Response> {
  const page = await caches.match("/index.html", OWN);
  if (page && SCREENS.test(pathname) && !searchParams.has("fresh")) return page;
  try {
    return await fetch(request);
  } catch (error) {
    if (page) return page;
    throw error;
  }
}

/** A file of this build; a part of an earlier one, for a page that is older; or what the server has. */
const find = async (request: Request, path: string): Promise<Response> =>
  (await caches.match(path, OWN)) ??
  (await caches.match(request, { ignoreVary: true })) ??
  fetch(request);

/** Chromium alone can be told what it needs no worker for. */
type Installing = ExtendableEvent & { addRoutes?(rules: object[]): Promise<void> };

self.addEventListener("install", (event: Installing) => {
  event.waitUntil(keep());
  // Else the page, which asks for what is new every few seconds, would keep the worker awake.
  event.addRoutes?.([{ condition: { urlPattern: "/api/*" }, source: "network" }]);
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([tidy(), self.clients.claim()]));
});

// A new build waits until no page of the one before is open, or until a person asks for it.
self.addEventListener("message", ({ data }) => {
  if (data === "SKIP_WAITING") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || API.test(url.pathname))
    return;
  if (request.mode === "navigate") {
    event.respondWith(openPage(request, url));
    event.waitUntil(tidy());
  } else if (url.pathname.startsWith("/assets/") || url.pathname in files) {
    event.respondWith(find(request, url.pathname));
  }
});
