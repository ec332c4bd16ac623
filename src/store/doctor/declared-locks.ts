/** What the script of locks says, taken apart: what each role may do, and which rows of which table it gets. */
export interface DeclaredLocks {
  /** `hub_public select organization.name`, `hub_service insert client`, `hub_public execute hub_now()`. */
  readonly grants: ReadonlySet<string>;
  /** `bid hub_read_public select to hub_public`; the owner is `owner`. */
  readonly policies: ReadonlySet<string>;
  /** Tables whose row policies bind the owner too. */
  readonly forced: ReadonlySet<string>;
}

/** Reads the script's own statements, each of which stands on a line by itself; what each policy says is left to the digest. */
export function declaredLocks(script: string): DeclaredLocks {
  const grants = new Set<string>();
  for (const [, privileges, objects, to] of script.matchAll(/^grant (.+?) on (.+?) to (.+);$/gm)) {
    for (const role of plain(to!).split(", ")) {
      for (const object of objectsOf(objects!)) for (const granted of privilegesOf(privileges!, object)) grants.add(`${role} ${granted}`);
    }
  }
  const policies = new Set([...script.matchAll(/^create policy "(\S+)" on public\.(\S+)(?: for (\w+))? to (.+?)(?= using | with check )/gm)].map(([, policy, table, command = "all", to]) => `${plain(table!)} ${policy} ${command} to ${plain(to!).replace("current_user", "owner").split(", ").sort().join(", ")}`));
  const forced = new Set([...script.matchAll(/^alter table public\.(\S+) enable row level security, force row level security;$/gm)].map(([, table]) => plain(table!)));
  return { grants, policies, forced };
}

const plain = (text: string): string => text.replaceAll('"', "");

/** Tables, or functions with their parameters; rights on schemas and databases are left to the digest. */
function objectsOf(text: string): readonly string[] {
  if (text.startsWith("schema ")) return [];
  if (text.startsWith("function ")) return [...text.matchAll(/public\.(\w+\([^)]*\))/g)].map(([, call]) => call!.replaceAll(", ", ","));
  return [...text.matchAll(/public\.("?\w+"?)/g)].map(([, table]) => plain(table!));
}

function privilegesOf(text: string, object: string): readonly string[] {
  return [...text.matchAll(/(select|insert|update|delete|execute)(?: \(([^)]*)\))?/g)].flatMap(([, privilege, columns]) =>
    columns === undefined ? [`${privilege} ${object}`] : plain(columns).split(", ").map((column) => `${privilege} ${object}.${column}`),
  );
}
