/** The page's side of the service worker, which is in src/worker. */

const HOUR = 3_600_000;

/** Tells the worker which build this page is of, so that its parts stay for as long as it is open. */
function holdBuild(): void {
  void navigator.locks.request(import.meta.url, { mode: "shared" }, () => new Promise(() => {}));
}

function whenWaiting(registration: ServiceWorkerRegistration, offer: () => void): void {
  const follow = (): void => {
    const found = registration.installing;
    found?.addEventListener("statechange", () => {
      // The first one replaces nothing.
      if (found.state === "installed" && registration.active) offer();
    });
  };
  if (registration.waiting) offer();
  // The browser looks by itself when a page is opened, and may have found one already.
  follow();
  registration.addEventListener("updatefound", follow);
}

/** Looks for a new build when the page is looked at, and not all the time. */
function lookAtFocus(registration: ServiceWorkerRegistration): void {
  let looked = Date.now();
  addEventListener("focus", () => {
    if (Date.now() - looked < HOUR) return;
    looked = Date.now();
    // Without the server the present one stays.
    registration.update().catch(() => undefined);
  });
}

function apply({ waiting }: ServiceWorkerRegistration): void {
  const reload = (): void => location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  if (waiting) waiting.postMessage("SKIP_WAITING");
  // Another tab has asked for it already.
  else reload();
}

/**
 * Keeps the page in the browser for when the server can't be reached, and offers every new build,
 * once a page. Plain http has no workers, and in development they would show what was.
 */
export async function registerWorker(onUpdate: (apply: () => void) => void): Promise<void> {
  if (!import.meta.env.PROD || !navigator.serviceWorker) return;
  holdBuild();
  let offered = false;
  try {
    const registration = await navigator.serviceWorker.register("/sw.js");
    whenWaiting(registration, () => {
      if (!offered) onUpdate(() => apply(registration));
      offered = true;
    });
    lookAtFocus(registration);
  } catch {
    // Private windows may refuse, and servers be away: the page works without.
  }
}
