/** The address without parameters that would override the settings of the session; postgres.js lets those of the address win. */
export function withoutSettings(address: string, settings: readonly string[]): string {
  const url = new URL(address);
  const owned = new Set(settings.map((name) => name.toLowerCase()));
  for (const name of [...url.searchParams.keys()]) if (owned.has(name.toLowerCase())) url.searchParams.delete(name);
  return url.href;
}
