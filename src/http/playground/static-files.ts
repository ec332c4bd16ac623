import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file that the hub hands out as it is. It is read when it is asked for: the hub holds names, not contents. */
export interface StaticFile {
  /** Where it lies on this machine. */
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
}

/** Files of one folder, under one prefix that changes when they do, so that whoever has fetched one keeps it. */
export interface StaticFiles {
  /** Such as `altair-8.5.9`. */
  readonly prefix: string;
  /** By the path within the prefix. The list is made at the start and is all that there is: no path leads out of it. */
  readonly files: ReadonlyMap<string, StaticFile>;
}

/** Files that are handed out, by ending; a file with another ending is not. */
const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

const nodeModules = new URL("../../../node_modules/", import.meta.url);

/** The files of a package that a pattern keeps, under the package's name and version. */
export function filesOfPackage(name: string, folder: string, kept: RegExp): StaticFiles {
  const { version } = JSON.parse(readFileSync(new URL(`${name}/package.json`, nodeModules), "utf8")) as { version: string };
  return { prefix: `${name}-${version}`, files: listed(new URL(`${name}/${folder}/`, nodeModules), kept) };
}

/** The hub's own files of a folder, under a name and what they hold. */
export function ownFiles(name: string, folder: URL): StaticFiles {
  const files = listed(folder, /\.(js|css)$/);
  const digest = createHash("sha256");
  for (const { path } of files.values()) digest.update(readFileSync(path));
  return { prefix: `${name}-${digest.digest("hex").slice(0, 12)}`, files };
}

function listed(folder: URL, kept: RegExp): ReadonlyMap<string, StaticFile> {
  const root = fileURLToPath(folder);
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return new Map(
    paths.sort().flatMap((path): [string, StaticFile][] => {
      const type = types[extname(path)];
      const entry = statSync(join(root, path));
      return type && entry.isFile() && kept.test(path) ? [[path, { path: join(root, path), type, bytes: entry.size }]] : [];
    }),
  );
}
