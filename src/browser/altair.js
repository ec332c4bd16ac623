/**
 * A way into Altair's tabs. Altair opens tabs for others through plugins alone, which it loads from elsewhere and has the reader approve;
 * so its own service is looked up, by what it can do, in the injector that Angular's debugging tools show. Altair's version is fixed in
 * package.json, and the tests in the browser say whether a new one still has all of this.
 */

/**
 * Altair's service for tabs, once Altair has started.
 *
 * @returns {Promise<AltairWindows>}
 */
export async function altairWindows() {
  for (;;) {
    const injector = /** @type {any} */ (globalThis).ng?.profiler?.appRef?.injector;
    if (injector) return injector.get([...injector.records.keys()].find((token) => typeof token === "function" && "importWindowData" in (token.prototype ?? {})));
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/**
 * Gives Altair answers whole. It takes each piece that arrives for an answer of its own: it decodes it alone, which breaks a character
 * that lies across two pieces, and complains that it is no JSON. To be called before Altair is.
 */
export function readAnswersWhole() {
  const ask = globalThis.fetch;
  globalThis.fetch = async (...question) => {
    const answer = await ask(...question);
    if (!answer.body || !answer.headers.get("content-type")?.includes("json")) return answer;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const whole = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    });
    return Object.defineProperty(new Response(whole, answer), "url", { value: answer.url });
  };
}

/**
 * Gives each tab, when it is looked at first, the schema as it is now. It is the same for everybody, so it is read once and not once for
 * each tab: reading it costs as much as hundreds of questions.
 *
 * @param {AltairStore} store
 */
export function shareSchema(store) {
  /** @type {{ readonly from: string, readonly before: object | null | undefined, schema?: object } | undefined} */
  let read;
  const given = new Set();
  store.subscribe(({ windows, windowsMeta: { activeWindowId } }) => {
    const active = windows[activeWindowId];
    if (!active) return;
    if (!read) {
      read = { from: activeWindowId, before: active.schema.schema };
      given.add(activeWindowId);
      later(() => store.dispatch({ type: "SEND_INTROSPECTION_QUERY_REQUEST", windowId: activeWindowId }));
    }
    const newest = windows[read.from]?.schema.schema;
    if (newest && newest !== read.before) read.schema = newest;
    const { schema } = read;
    if (!schema || given.has(activeWindowId)) return;
    given.add(activeWindowId);
    later(() => store.dispatch({ type: "SET_SCHEMA", windowId: activeWindowId, payload: schema }));
  });
}

/**
 * Changes of the state are not made while one is being told.
 *
 * @param {() => void} change
 */
const later = (change) => queueMicrotask(change);

/**
 * The state as it is.
 *
 * @param {AltairStore} store
 * @returns {AltairState}
 */
export function stateOf(store) {
  /** @type {AltairState | undefined} */
  let now;
  store.subscribe((state) => (now = state));
  return /** @type {AltairState} */ (now);
}

/**
 * Sets what a tab sends beside its question; Altair has a pane for it, and no option.
 *
 * @param {AltairStore} store
 * @param {string} windowId
 * @param {object} extensions
 */
export function setExtensions(store, windowId, extensions) {
  if (Object.keys(extensions).length > 0) store.dispatch({ type: "SET_REQUEST_EXTENSIONS_DATA", windowId, payload: { data: JSON.stringify(extensions, null, 2) } });
}
