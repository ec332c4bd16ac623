import type { Metric, Sample } from "./exposition.ts";

/** Upper bounds of the histogram, in milliseconds. */
const bounds = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000] as const;

/** Status classes, from 1xx on. */
const classes = 5;

/** What has come by one route. */
interface Counts {
  readonly byClass: number[];
  /** Requests within each bound and above the one before it; the last is above all of them. */
  readonly buckets: number[];
  milliseconds: number;
}

/**
 * Counts requests by route and class of status, and how long they took. Routes are the hub's own patterns, of which there is a handful: what stands in an
 * address, an operation's name, who asked and in which audience is no label, since an audience may be a single body, and a label would tell who looks
 * at what.
 */
export class RequestCounts {
  readonly #routes = new Map<string, Counts>();
  #overBudget = 0;

  /**
   * Counts a request; it takes some 30 ns.
   *
   * @param route pattern of the route; undefined where there was none
   */
  count(route: string | undefined, status: number, milliseconds: number): void {
    const name = route ?? "none";
    let counts = this.#routes.get(name);
    if (!counts) this.#routes.set(name, (counts = { byClass: new Array<number>(classes).fill(0), buckets: new Array<number>(bounds.length + 1).fill(0), milliseconds: 0 }));
    const cls = Math.floor(status / 100) - 1;
    counts.byClass[cls] = (counts.byClass[cls] ?? 0) + 1;
    let bucket = 0;
    while (bucket < bounds.length && milliseconds > bounds[bucket]!) bucket += 1;
    counts.buckets[bucket]! += 1;
    counts.milliseconds += milliseconds;
    if (status === 429) this.#overBudget += 1;
  }

  /** As of now. */
  metrics(): readonly Metric[] {
    const routes = [...this.#routes];
    return [
      {
        name: "hub_requests_total", help: "Requests answered, by route and class of status.", type: "counter",
        samples: routes.flatMap(([route, { byClass }]) => byClass.flatMap((value, index) => (value === 0 ? [] : [{ labels: { route, status: `${index + 1}xx` }, value }]))),
      },
      { name: "hub_request_duration_seconds", help: "How long requests took, by route.", type: "histogram", samples: routes.flatMap(([route, counts]) => histogramOf(route, counts)) },
      { name: "hub_budget_refusals_total", help: "Requests that were refused because a budget had run out.", type: "counter", samples: [{ value: this.#overBudget }] },
    ];
  }
}

function histogramOf(route: string, { buckets, milliseconds }: Counts): readonly Sample[] {
  let count = 0;
  return [
    ...buckets.map((value, index) => ({ suffix: "_bucket", labels: { route, le: index < bounds.length ? String(bounds[index]! / 1_000) : "+Inf" }, value: (count += value) })),
    { suffix: "_sum", labels: { route }, value: milliseconds / 1_000 },
    { suffix: "_count", labels: { route }, value: count },
  ];
}
