import { keepAccessLog } from "../../src/store/keep-access-log.ts";

/** A keeper of the access log in a process of its own, until it is killed. */
keepAccessLog(process.argv[2]!, { warn: () => {} }, { every: 1 });
