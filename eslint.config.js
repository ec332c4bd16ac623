import importX, { createNodeResolver } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

/**
 * The house: which folder of src may import which others, and why. Folder order is data flow; imports go one way.
 * A name stands for a folder of src or a file in it.
 */
const zones = {
  catalog: { may: [], why: "the catalogue is what everything else is made from, so it imports nothing of ours" },
  policy: { may: ["catalog", "errors.ts"], why: "policy decides over the catalogue's declarations and nothing else" },
  plan: { may: ["policy", "catalog", "errors.ts"], why: "a plan is made of a question, the catalogue and the policy; it reaches no database" },
  store: { may: ["plan", "policy", "catalog", "errors.ts", "config.ts", "start-error.ts"], why: "the store carries out plans; it knows neither graph nor HTTP" },
  graph: { may: ["store", "plan", "policy", "catalog", "errors.ts"], why: "the graph is projected from the catalogue; domains reach it as a value" },
  http: { may: ["policy", "catalog", "errors.ts", "config.ts", "log.ts", "start-error.ts"], why: "HTTP is told what answers; it reads no data itself" },
  exchange: { may: ["store", "policy", "catalog", "domains", "errors.ts", "start-error.ts"], why: "data comes in and goes out through the store" },
  domains: { may: ["catalog"], why: "an entity is a declaration; drizzle-kit executes it, and resolvers stand beside it, not in it" },
};

/** Packages that only some folders may import. */
const packages = [
  { names: ["type-graphql"], only: ["graph"], why: "only the graph speaks type-graphql" },
  { names: ["drizzle-orm", "drizzle-orm/*"], only: ["catalog", "store", "domains", "exchange", "server.ts"], why: "tables are declared in the catalogue and used in the store" },
  { names: ["postgres"], only: ["store", "exchange", "server.ts"], why: "only the store speaks to the database" },
  { names: ["fastify", "@apollo/server", "@apollo/server/*", "jose"], only: ["http"], why: "only the HTTP edge speaks HTTP" },
];

/** Files that put the house together; nothing in src imports them but each other. */
const composers = ["server.ts", "main.ts", "printed.ts"];

const zoneConfig = Object.entries(zones).map(([folder, { may, why }]) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    "import-x/no-restricted-paths": ["error", { basePath: import.meta.dirname, zones: [{ target: `./src/${folder}`, from: "./src", except: [`./${folder}`, ...may.map((name) => `./${name}`)], message: `src/${folder} may import ${may.length ? may.join(", ") : "nothing of ours"}: ${why}.` }] }],
  },
}));

/** One rule list per folder, because a later setting of a rule replaces an earlier one. */
const packageConfig = [...Object.keys(zones), ...composers, "errors.ts", "log.ts", "config.ts", "start-error.ts"].map((place) => ({
  files: [place.endsWith(".ts") ? `src/${place}` : `src/${place}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          ...packages.filter(({ only }) => !only.includes(place)).map(({ names, why }) => ({ group: names, message: `${why}.` })),
          { group: ["**/scripts/**", "**/test/**"], message: "src is whole without scripts and tests." },
        ],
      },
    ],
  },
}));

const noBarrels = [
  { selector: "ExportAllDeclaration", message: "No barrels: import a thing from the file that is named after it." },
  { selector: "ExportNamedDeclaration[source]", message: "No barrels: import a thing from the file that is named after it." },
  { selector: "ExportDefaultDeclaration", message: "Exports have names: the file is named after what it exports." },
];

const environment = [{ selector: "MemberExpression[object.name='process'][property.name='env']", message: "The environment is read in src/config.ts alone." }];

export default tseslint.config(
  { ignores: ["node_modules", ".data", "scripts/bench/node_modules"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { "import-x": importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".js"] })], "import-x/parsers": { "@typescript-eslint/parser": [".ts"] }, "import-x/extensions": [".ts"] },
    rules: {
      "max-lines": ["error", { max: 400 }],
      "import-x/no-cycle": ["error", { maxDepth: 12 }],
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
  { files: ["src/**/*.ts"], rules: { "no-console": "error", "no-restricted-syntax": ["error", ...noBarrels, ...environment] } },
  // Tests look at answers, whose types are what they are about to find out.
  { files: ["test/**/*.ts"], rules: { "@typescript-eslint/no-unsafe-assignment": "off", "@typescript-eslint/no-unnecessary-condition": "off" } },
  { files: ["src/config.ts"], rules: { "no-restricted-syntax": ["error", ...noBarrels] } },
  { files: ["src/main.ts"], rules: { "no-console": "off" } },
  ...zoneConfig,
  ...packageConfig,
);
