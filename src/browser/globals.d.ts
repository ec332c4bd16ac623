/** What the tools put into the page. */

/** An example question as `/playground/examples` tells it. */
interface Example {
  readonly domain: string;
  readonly name: string;
  readonly title: Readonly<Record<string, string>>;
  readonly question: string;
  readonly variables: object;
  readonly extensions: object;
  readonly personas: readonly string[];
}

/** As whom one may ask, as `/playground/examples` tells it. */
interface Asker {
  readonly name: string;
  readonly title: Readonly<Record<string, string>>;
  readonly first: string;
}

/** A tab of Altair's. */
interface AltairWindow {
  readonly query: { readonly query?: string; readonly requestExtensions?: string };
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly layout: { readonly title: string };
  readonly schema: { readonly schema?: object | null };
}

interface AltairState {
  readonly windows: Readonly<Record<string, AltairWindow>>;
  readonly windowsMeta: { readonly activeWindowId: string };
  readonly environments: { readonly base: { readonly variablesJson: string } };
}

interface AltairStore {
  /** Calls with the state as it is, and at each change. */
  subscribe(receive: (state: AltairState) => void): void;
  dispatch(action: { readonly type: string; readonly windowId?: string; readonly payload?: unknown }): void;
}

/** Altair's service for tabs. */
interface AltairWindows {
  readonly store: AltairStore;
  /** Opens a tab and answers its id. */
  importWindowData(data: object, options: { readonly fixedTitle: boolean }): Promise<string>;
}

declare const AltairGraphQL: { init(options: object): void };
declare function getAltairConfig(): { max_windows: number; readonly donation: { action_count_threshold: number } };

declare const GraphQLVoyager: {
  readonly voyagerIntrospectionQuery: string;
  renderVoyager(element: Element, properties: object): void;
};
