import { hubCatalogue } from "../../src/server.ts";
import { keepSearch } from "../../src/store/keep-search.ts";

/** A keeper of the search in a process of its own, until it is killed. */
keepSearch(process.argv[2]!, hubCatalogue(), { warn: () => {} }, { every: 1 });
