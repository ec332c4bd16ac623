import { altairWindows, readAnswersWhole, setExtensions, shareSchema, stateOf } from "./altair.js";

/** The bar above Altair, and a tab in Altair for each who may ask. */
const bar = /** @type {HTMLElement} */ (document.getElementById("hub-bar"));
const language = bar.dataset["language"] ?? "en";
const askerSelect = /** @type {HTMLSelectElement} */ (document.getElementById("hub-asker"));
const exampleSelect = /** @type {HTMLSelectElement} */ (document.getElementById("hub-examples"));
const endpoint = `${location.origin}/graphql`;

/** @type {{ examples: Example[], askers: Asker[], keepsTabs: boolean }} */
const { examples, askers, keepsTabs } = await (await fetch("/playground/examples")).json();
const tokens = askers.length > 1 ? await fetchTokens() : {};
const offered = askers.filter(({ name }) => name === "public" || tokens[name]);

/**
 * The personas' tokens, which this machine alone is given.
 *
 * @returns {Promise<Record<string, string>>}
 */
async function fetchTokens() {
  const response = await fetch("/playground/tokens", { method: "POST" });
  return response.ok ? (await response.json()).tokens : {};
}

/**
 * What a tab of somebody sends in its head. Tokens stand in Altair's environment, under the name of whose they are: a tab that was kept
 * from the last time has a new one, and a head can be read.
 *
 * @param {Asker} asker
 */
const headersOf = ({ name }) => ({ "accept-language": "{{language}}", ...(name === "public" ? {} : { authorization: `Bearer {{${name}}}` }) });
const environment = { language, ...tokens };

/** @param {Asker} asker */
const titleOf = ({ name, title }) => `${title["zh"]} · ${name}`;

/** @param {Asker} asker */
const firstOf = ({ first }) => examples.find(({ domain, name }) => `${domain}/${name}` === first);

/** @param {Example | undefined} example */
const variablesOf = (example) => JSON.stringify(example?.variables ?? {}, null, 2);

// Altair keeps tabs with their answers and tokens in this browser. That is for data that is nobody's.
if (!keepsTabs) {
  await forgetTabs();
  addEventListener("pagehide", () => void forgetTabs());
}
const isFirstVisit = !(await indexedDB.databases()).some(({ name }) => name === "AltairDB");

readAnswersWhole();
AltairGraphQL.init({
  endpointURL: endpoint,
  instanceStorageNamespace: "hub_",
  disableAccount: true,
  initialEnvironments: { base: { variables: environment } },
  initialWindows: offered.map((asker) => ({
    initialName: titleOf(asker),
    endpointURL: endpoint,
    initialQuery: firstOf(asker)?.question,
    initialVariables: variablesOf(firstOf(asker)),
    initialHeaders: headersOf(asker),
  })),
  // What would make the browser ask others is off, whatever was set before.
  persistedSettings: { language: language === "zh" ? "zh-CN" : "en-US", "plugin.list": [], "banners.disable": true, "alert.disableUpdateNotification": true, disablePushNotification: true },
});
const settings = getAltairConfig();
settings.max_windows = 60; // beside a tab for each who may ask, one may open some
settings.donation.action_count_threshold = Number.POSITIVE_INFINITY;

/** The tab that was looked at last. */
let followed = "";

const windows = await altairWindows();
const { store } = windows;
store.dispatch({ type: "UPDATE_BASE_ENVIRONMENT_JSON", payload: { value: JSON.stringify({ ...JSON.parse(stateOf(store).environments.base.variablesJson || "{}"), ...environment }, null, 2) } });
if (isFirstVisit) arrangeTabs();
shareSchema(store);
fillBar();

/** Completes the tabs that Altair has opened by its options, and shows the public's. */
function arrangeTabs() {
  const entries = Object.entries(stateOf(store).windows);
  for (const asker of offered) {
    const opened = entries.find(([, { layout }]) => layout.title === titleOf(asker));
    if (opened) setExtensions(store, opened[0], firstOf(asker)?.extensions ?? {});
  }
  if (entries[0]) store.dispatch({ type: "SET_ACTIVE_WINDOW_ID", payload: { windowId: entries[0][0] } });
}

function fillBar() {
  for (const { name, title } of offered) askerSelect.append(new Option(`${title[language]} · ${name}`, name));
  store.subscribe(followTab);
  askerSelect.addEventListener("change", listExamples);
  exampleSelect.addEventListener("change", () => void openExample());
  document.getElementById("hub-afresh")?.addEventListener("click", startAfresh);
  bar.addEventListener("click", (event) => event.stopPropagation()); // Altair opens every link of the page in a new tab
}

/**
 * Whose tab is looked at is who asks the next example.
 *
 * @param {AltairState} state
 */
function followTab({ windows, windowsMeta: { activeWindowId } }) {
  if (followed === activeWindowId) return;
  followed = activeWindowId;
  const sent = windows[activeWindowId]?.headers.find(({ key }) => key === "authorization")?.value ?? "";
  askerSelect.value = offered.find(({ name }) => sent.includes(`{{${name}}}`))?.name ?? "public";
  listExamples();
}

/** Lists the examples by domain; those that the asker is answered otherwise than the public are marked. */
function listExamples() {
  exampleSelect.replaceChildren(/** @type {Node} */ (exampleSelect.firstElementChild));
  /** @type {HTMLOptGroupElement | undefined} */
  let group;
  examples.forEach(({ domain, name, title, personas }, place) => {
    if (group?.label !== domain) exampleSelect.append((group = Object.assign(document.createElement("optgroup"), { label: domain })));
    group.append(new Option(`${personas.includes(askerSelect.value) ? "● " : ""}${title[language]} · ${name}`, String(place)));
  });
}

/** Opens the chosen example in a tab of its own, to be asked as whoever is chosen. */
async function openExample() {
  const example = examples[Number(exampleSelect.value)];
  const asker = offered.find(({ name }) => name === askerSelect.value);
  exampleSelect.value = "";
  if (!example || !asker) return;
  const headers = Object.entries(headersOf(asker)).map(([key, value]) => ({ key, value, enabled: true }));
  const windowId = await windows.importWindowData(
    { version: 1, type: "window", windowName: `${example.title[language]} · ${asker.title[language]}`, apiUrl: endpoint, query: example.question, variables: variablesOf(example), headers, subscriptionUrl: "", subscriptionConnectionParams: "" },
    { fixedTitle: true },
  );
  setExtensions(store, windowId, example.extensions);
}

/** Forgets the tabs that Altair has kept in this browser. */
function forgetTabs() {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase("AltairDB");
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
}

function startAfresh() {
  void forgetTabs();
  location.reload();
}
