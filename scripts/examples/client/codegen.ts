import type { CodegenConfig } from "@graphql-codegen/cli";

/** `npm run generate`: types of the questions in src, made of the hub's committed schema; no hub need run. */
const config: CodegenConfig = {
  schema: "../../../schema/hub.graphql",
  documents: ["src/**/*.ts", "!src/generated/**"],
  generates: {
    "src/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: "string", // a question is sent as it is written: nothing of GraphQL is needed to run
        enumsAsTypes: true,
        skipTypename: true,
        strictScalars: true, // a scalar that is not named here stops the generation
        scalars: {
          ID: "string",
          Date: "string", // YYYY-MM-DD, a day of Asia/Shanghai: a Date would put it into another time zone
          DateTime: "string", // RFC 3339 in UTC
          Decimal: "string", // exact: a number would lose 分 of large amounts
        },
        useTypeImports: true,
      },
    },
  },
  importExtension: ".ts",
};

export default config;
