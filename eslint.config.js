import importX, { createNodeResolver } from "eslint-plugin-import-x";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/**
 * The house: which place of src may import which others, and why. A place is a folder of src or a file in it; a narrower place has its
 * own line, whole. Order is data flow; imports go one way. A file that stands in no place may import nothing of ours: the house comes first.
 */
const zones = {
  catalog: { may: [], why: "the catalogue is what everything else is made from, so it imports nothing of ours" },
  policy: { may: ["catalog", "errors.ts"], why: "policy decides over the catalogue's declarations and nothing else" },
  plan: { may: ["policy", "catalog", "errors.ts"], why: "a plan is made of a question, the catalogue and the policy; it reaches no database" },
  store: { may: ["plan", "policy", "catalog", "errors.ts", "config.ts", "start-error.ts", "log.ts"], why: "the store carries out plans; it knows neither graph nor HTTP" },
  workflow: { may: ["store", "policy", "catalog", "errors.ts"], why: "a workflow moves records in the store; who asked for it, and how, is told to it" },
  graph: { may: ["store", "plan", "policy", "catalog", "workflow", "errors.ts"], why: "the graph is projected from the catalogue; domains reach it as a value" },
  exchange: { may: ["store", "workflow", "policy", "catalog"], why: "data comes in and goes out through the store, by the rules of the catalogue; domains reach it as a value" },
  "exchange/reference": { may: ["catalog", "domains"], why: "reference data is read into the domains' own codes" },
  "exchange/demonstration": { may: ["store", "policy", "catalog", "domains"], why: "demonstration data is rows of the domains' own entities" },
  http: { may: ["policy", "catalog/audience.ts", "errors.ts", "start-error.ts", "log.ts", "config.ts"], why: "HTTP is told what answers; it reads no data itself" },
  portal: { may: ["store", "workflow", "policy", "catalog", "errors.ts"], why: "the portal prints what is declared, and what the public is answered as it is handed in; HTTP serves it without its knowing" },
  domains: { may: ["catalog"], why: "an entity is a declaration; drizzle-kit executes it, and resolvers stand beside it, not in it" },
  "domains/*/*machine.ts": { may: ["domains", "workflow", "catalog"], why: "a machine is a declaration beside its entity, in the vocabulary of the workflows" },
  "domains/*/*commands.ts": { may: ["domains", "workflow", "store", "policy", "catalog", "errors.ts"], why: "commands are checked and carried out by workflow and store; who asked for them, and how, is told to them" },
  "domains/commands.ts": { may: ["domains", "workflow"], why: "it lists the machines and the commands of all domains for the composition" },
  "domains/*/resolvers.ts": { may: ["domains", "graph", "store", "policy", "catalog", "errors.ts"], why: "resolvers answer through graph and store; HTTP and the composition are above them" },
  "errors.ts": { may: [], why: "everybody throws what it holds, so it imports nothing of ours" },
  "start-error.ts": { may: [], why: "everybody throws it, so it imports nothing of ours" },
  "config.ts": { may: ["start-error.ts"], why: "configuration is read before anything else is there" },
  "hub-version.ts": { may: [], why: "the version is read from the package and nowhere else" },
  "log.ts": { may: ["config.ts"], why: "the log is made from the configuration alone" },
};

/** What puts the house together: it may import all of it, and nothing in src imports it, save main.ts the server that it starts. */
const composers = { "server.ts": [], "keepers.ts": [], "keepers-main.ts": ["keepers.ts", "keepers-process.ts"], "keepers-process.ts": [], "main.ts": ["server.ts", "keepers-process.ts"], "printed.ts": [] };

/** What is imported by its name, and by which places only. */
const packages = [
  { names: ["type-graphql"], only: ["graph"], why: "only the graph speaks type-graphql; drizzle-kit and the store run without it" },
  { names: ["drizzle-orm/pg-core"], only: ["catalog", "domains", "store", "exchange/demonstration", "server.ts"], why: "tables are declared in the catalogue and used in the store" },
  { names: ["drizzle-orm(?!/pg-core)"], only: ["catalog", "store", "exchange/demonstration", "server.ts"], why: "SQL is written by the catalogue's rules and the store; entities declare columns, graph and HTTP ask the store" },
  { names: ["postgres"], only: ["store", "server.ts"], why: "only the store speaks to the database" },
  { names: ["fastify", "@apollo/server", "oidc-provider"], only: ["http"], why: "only the HTTP edge speaks HTTP" },
  { names: ["@opentelemetry"], only: ["http/open-traces.ts"], why: "traces are told by the hubs that are asked to, and loaded by no others" },
  { names: ["jose"], only: ["http", "store/public-key.ts"], why: "tokens are signed and read at the HTTP edge, and keys of clients are examined where they are kept" },
  { names: ["(node:)?console"], only: [], why: "src prints nothing but through the log that it is handed; only main.ts speaks to the terminal, by the global" },
  { names: ["(node:)?process"], only: [], why: "the process is a global here; imported, its environment would be read past src/config.ts" },
  { names: ["(node:)?module"], only: ["graph/shield.ts", "store/postgres-binaries.ts", "store/search-forms.ts"], why: "what is required, these rules do not see: import it" },
];

/** Of another domain the entity alone is to be had. */
const others = [{ regex: "^\\.\\./[^./]+/((([\\w-]+-)?(machine|commands))|rules)\\.ts$", message: "Of another domain, import the entity; its machine, commands and rules are its own." }];

/** What neither a zone nor a package can say. */
const imports = {
  http: [{ regex: "/config\\.ts$", allowTypeImports: true, message: "HTTP gets its settings as values; of the configuration it may know the types." }],
  domains: [
    { regex: "/all\\.ts$", message: "all.ts lists the domains for the composition: of another domain, import the entity." },
    { regex: "/(resolvers|([\\w-]+-)?commands)\\.ts$", message: "Resolvers and commands are handed to the graph by the composition: drizzle-kit executes entities and all.ts, and could not execute these." },
    ...others,
  ],
  "domains/*/*machine.ts": others,
  "domains/*/*commands.ts": others,
  "domains/*/resolvers.ts": [
    { regex: "/all\\.ts$", message: "all.ts lists the domains for the composition: of another domain, import the entity." },
    { regex: "^\\.\\./[^./]+/resolvers\\.ts$", message: "Of another domain, import the entity; its resolvers are its own." },
    ...others,
  ],
};

const filesOf = (place) => [`src/${place}${place.endsWith(".ts") ? "" : "/**/*.ts"}`];
const list = (names) => (names.length === 0 ? "nothing of ours" : names.join(", "));

const zoneRule = (allowed, message) => {
  const ours = { target: "./src", from: "./src", except: allowed.map((name) => `./${name}`), message };
  const others = { target: "./src", from: ["./scripts", "./test"], message: "src is whole without scripts and tests." };
  return { "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones: [ours, others] }] };
};

const importRule = (place) => {
  const zone = place in zones ? place : place.split("/")[0];
  const refused = packages.filter(({ only }) => !only.includes(place) && !only.includes(zone));
  const patterns = refused.map(({ names, why }) => ({ regex: `^(${names.join("|")})(/|$)`, message: `${why}.` }));
  return { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [...patterns, ...(imports[zone] ?? [])] }] };
};

/** Broad places first, as a later setting of a rule replaces an earlier one whole. */
const house = [
  { files: ["src/**/*.ts"], rules: zoneRule([], "This place is not in the house yet: give it a line in the zones of eslint.config.js.") },
  ...Object.entries(zones).map(([place, { may, why }]) => {
    const own = place.includes("/") || !place.endsWith(".ts") ? [place.split("/")[0]] : [];
    return { files: filesOf(place), rules: zoneRule([...new Set([...own, ...may])], `src/${place} may import ${list(may)}: ${why}.`) };
  }),
  ...Object.entries(composers).map(([place, may]) => ({
    files: filesOf(place),
    rules: zoneRule([...Object.keys(zones), ...may], `src/${place} puts the house together, so it may import all of it, but of the composition ${may.join(", ") || "nothing"}.`),
  })),
  ...["", ...new Set([...Object.keys(zones), ...packages.flatMap(({ only }) => only)])].map((place) => ({ files: place ? filesOf(place) : ["src/**/*.ts"], rules: importRule(place) })),
];

/** What reads badly or hides something, wherever in src it stands. */
const late = { selector: "ImportExpression", message: "Imports stand at the top of a file, where the rules of the house see them." };
const forms = [
  { selector: ":matches(ExportAllDeclaration, ExportNamedDeclaration[source])", message: "No barrels: import a thing from the file that is named after it." },
  { selector: "ExportNamedDeclaration[source=null] > ExportSpecifier", message: "No barrels: export a thing where it is declared." },
  { selector: "ExportDefaultDeclaration", message: "Exports have names: the file is named after what it exports." },
  late,
];

const index = [{ selector: "Program", message: "No barrels: a file is named after what it exports, and no thing is called index." }];
const silence = "src prints nothing but through the log that it is handed; only main.ts speaks to the terminal.";
const printing = [{ selector: "MemberExpression[object.name='process']:matches([property.name=/^std(out|err)$/], [property.value=/^std(out|err)$/])", message: silence }];
const printingGlobal = { "no-restricted-globals": ["error", { globals: [{ name: "console", message: silence }], checkGlobalObject: true }] };

const reading = "MemberExpression[object.name='process']:matches([property.name='env'], [property.value='env'])";
const why = "The environment is read in src/config.ts alone, where a wrong value stops the start with one clear sentence";
const around = [
  { selector: "VariableDeclarator[init.name=/^(process|globalThis|global)$/]", message: `${why}.` },
  { selector: "MemberExpression[object.name=/^(globalThis|global)$/]:matches([property.name='process'], [property.value='process'])", message: `${why}.` },
];
const environment = [{ selector: reading, message: `${why}.` }, ...around];
/** A test that starts a process says all of what that process finds, save where programs are. */
const environmentOfTests = [{ selector: `:not(MemberExpression[property.name='PATH'], MemberExpression[property.value='PATH']) > ${reading}`, message: `${why}; a test hands on PATH and nothing else.` }, ...around];

/** What these rules do not read would escape them. */
const unread = [{ selector: "Program", message: "The rules of the house read .ts files alone: write it as one." }];

const restricted = (...lists) => ({ "no-restricted-syntax": ["error", ...lists.flat()] });

export default defineConfig(
  { ignores: ["node_modules", ".data", "scripts/bench/node_modules", "test/clients", "scripts/examples"] }, // the clients have packages of their own: npm run test:clients holds them to these rules
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { "import-x": importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".js"], extensionAlias: { ".js": [".ts", ".js"] } })], "import-x/parsers": { "@typescript-eslint/parser": [".ts"] }, "import-x/extensions": [".ts"] },
    rules: {
      "max-lines": ["error", { max: 400 }],
      "import-x/no-cycle": "error",
      ...restricted(environment),
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // A type that a person can read beats one that a rule would infer; these find no mistakes here.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-dynamic-delete": "off",
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/array-type": "off",
      "@typescript-eslint/dot-notation": "off",
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/prefer-nullish-coalescing": "off",
      "@typescript-eslint/unified-signatures": "off",
      "@typescript-eslint/prefer-optional-chain": "off",
      "@typescript-eslint/unbound-method": "off", // our interfaces are kept by closures, which have no this
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
      "@typescript-eslint/no-misused-spread": "off", // strings of ASCII codes are spread on purpose
      "@typescript-eslint/only-throw-error": "error",
    },
  },
  { files: ["test/**/*.ts"], rules: restricted(environmentOfTests) },
  // Tests look at answers, whose types are what they are about to find out.
  { files: ["test/**/*.ts"], rules: { "@typescript-eslint/no-unsafe-assignment": "off", "@typescript-eslint/no-unnecessary-condition": "off" } },
  // What browsers run is written as they run it, with its types in comments; what the tools put into the page is any.
  {
    files: ["src/browser/*.js"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: Object.fromEntries(["assignment", "member-access", "call", "argument", "return"].map((what) => [`@typescript-eslint/no-unsafe-${what}`, "off"])),
  },
  { files: ["{src,scripts,test}/**/*.{js,mjs,cjs,jsx,mts,cts,tsx}"], ignores: ["src/browser/*.js"], languageOptions: { parser: tseslint.parser }, rules: restricted(unread) },
  { files: ["src/**/*.ts"], rules: { ...restricted(forms, printing, environment), ...printingGlobal, "import-x/no-extraneous-dependencies": ["error", { devDependencies: false, peerDependencies: false, optionalDependencies: false, includeTypes: true, packageDir: import.meta.dirname }] } },
  { files: ["src/**/index.ts"], rules: restricted(index, forms, printing, environment) },
  // An example stands alone: its environment is its own, and it reads it in one file.
  { files: ["scripts/examples/*/src/main.ts"], rules: { "no-restricted-syntax": "off" } },
  // A library that takes memory and a quarter of a second is loaded by the hubs that need it, when they do.
  { files: ["src/http/token-endpoint.ts", "src/http/open-traces.ts"], rules: restricted(forms.filter((form) => form !== late), printing, environment) },
  { files: ["src/config.ts"], rules: restricted(forms, printing) },
  { files: ["src/main.ts"], rules: { ...restricted(forms, environment), "no-restricted-globals": "off" } },
  ...house,
);
