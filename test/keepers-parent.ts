import { pino } from "pino";
import { keepersProcess, type KeepersOrders } from "../src/keepers-process.ts";

/** A process that starts the keepers' process as the hub does, for tests that kill it. */
keepersProcess(JSON.parse(process.argv[2]!) as KeepersOrders, pino({ level: "silent" }));
