import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Metric, Sample } from "./exposition.ts";

/** Connections to the database for one kind of asker. */
export interface PoolReading {
  /** Connections at most; how many are in use, and how many questions wait for one. */
  readonly size: number;
  readonly running: number;
  readonly waiting: number;
  /** Since the hub began: questions stopped by a deadline, and those for which there was no place in the queue. */
  readonly stopped: number;
  readonly refused: number;
}

/** What only the database knows. */
export interface DatabaseReading {
  /** Events of the access log that are not sealed yet, and the age in seconds of the oldest. */
  readonly unsealed: number;
  readonly oldestUnsealed: number;
  readonly deliveriesWaiting: number;
  readonly deliveriesUnderWay: number;
  /** Rows of deliveries that wait for what they refer to. */
  readonly rowsWaiting: number;
  /** Notes of changed rows that the search has not looked at yet. */
  readonly searchPending: number;
}

/** What the composition knows of the hub at the moment that it is asked. */
export interface HubReadings {
  readonly version: string;
  readonly pools: Readonly<Record<"public" | "clients" | "service", PoolReading>>;
  readonly plans: { readonly kept: number; readonly hits: number; readonly misses: number };
  /** Null where the database does not answer in time. */
  readonly database: DatabaseReading | null;
}

/** Milliseconds between two looks at how late the event loop is; they are the runtime's own and run no JavaScript. */
const resolution = 20;

/** Of the process, and of what the composition knows. Lateness is since the metrics were asked for last. */
export class HubMetrics {
  readonly #lateness = monitorEventLoopDelay({ resolution });

  constructor() {
    this.#lateness.enable();
  }

  close(): void {
    this.#lateness.disable();
  }

  metrics(readings: HubReadings): readonly Metric[] {
    return [
      gauge("hub_info", "The hub's version and that of its runtime.", [{ labels: { version: readings.version, node: process.versions.node }, value: 1 }]),
      ...poolMetrics(readings.pools),
      ...planMetrics(readings.plans),
      ...databaseMetrics(readings.database),
      ...this.#processMetrics(),
    ];
  }

  #processMetrics(): readonly Metric[] {
    const { rss, heapUsed, external } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const late = this.#lateness;
    const lateness = ([["0.5", late.percentile(50)], ["0.99", late.percentile(99)], ["1", late.max]] as const).map(([quantile, value]) => ({ labels: { quantile }, value: Math.max(0, value - resolution * 1e6) / 1e9 }));
    late.reset();
    return [
      gauge("hub_event_loop_lateness_seconds", "How late the event loop was since the last time that this was asked for.", lateness),
      gauge("process_resident_memory_bytes", "Resident memory.", [{ value: rss }]),
      gauge("hub_heap_used_bytes", "Memory of JavaScript that is in use.", [{ value: heapUsed }]),
      gauge("hub_external_memory_bytes", "Memory outside of JavaScript that it holds on to.", [{ value: external }]),
      counter("process_cpu_seconds_total", "Processor time of the hub, without the database's.", [{ value: (user + system) / 1e6 }]),
      gauge("process_start_time_seconds", "When the process began, in seconds since 1970.", [{ value: performance.timeOrigin / 1_000 }]),
    ];
  }
}

function poolMetrics(pools: HubReadings["pools"]): readonly Metric[] {
  const by = (key: keyof PoolReading): readonly Sample[] => Object.entries(pools).map(([pool, reading]) => ({ labels: { pool }, value: reading[key] }));
  return [
    gauge("hub_pool_connections", "Connections to the database that a pool may have; those of all clients' audiences are one.", by("size")),
    gauge("hub_pool_running", "Questions that the database is working on.", by("running")),
    gauge("hub_pool_waiting", "Questions that wait for a connection.", by("waiting")),
    counter("hub_deadlines_total", "Questions that were stopped by a deadline, waiting or running.", by("stopped")),
    counter("hub_pool_refusals_total", "Questions for which too many waited already.", by("refused")),
  ];
}

const planMetrics = ({ kept, hits, misses }: HubReadings["plans"]): readonly Metric[] => [
  gauge("hub_plans", "Statements that are kept.", [{ value: kept }]),
  counter("hub_plan_lookups_total", "Questions for which a statement was there or had to be made.", [{ labels: { found: "yes" }, value: hits }, { labels: { found: "no" }, value: misses }]),
];

/** Where the database does not answer, that alone is told: a zero would be a lie. */
const databaseMetrics = (database: DatabaseReading | null): readonly Metric[] => [
  gauge("hub_database_up", "Whether the database answers.", [{ value: database ? 1 : 0 }]),
  ...(database
    ? [
        gauge("hub_access_events_unsealed", "Events of the access log that are not sealed yet.", [{ value: database.unsealed }]),
        gauge("hub_access_events_unsealed_age_seconds", "Age of the oldest event that is not sealed yet.", [{ value: database.oldestUnsealed }]),
        gauge("hub_deliveries", "Deliveries that wait to be processed, and that are being processed.", [{ labels: { state: "waiting" }, value: database.deliveriesWaiting }, { labels: { state: "processing" }, value: database.deliveriesUnderWay }]),
        gauge("hub_delivery_rows_waiting", "Rows of deliveries that wait for what they refer to.", [{ value: database.rowsWaiting }]),
        gauge("hub_search_pending", "Changed rows that the search has yet to look at.", [{ value: database.searchPending }]),
      ]
    : []),
];

const gauge = (name: string, help: string, samples: readonly Sample[]): Metric => ({ name, help, type: "gauge", samples });
const counter = (name: string, help: string, samples: readonly Sample[]): Metric => ({ name, help, type: "counter", samples });
