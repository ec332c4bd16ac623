export {}; // a module, so that it may wait

/** Draws the schema as a map, without what every type has and every reader knows. */
const place = /** @type {HTMLElement} */ (document.getElementById("hub-map"));

try {
  const response = await fetch("/graphql", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query: GraphQLVoyager.voyagerIntrospectionQuery }) });
  const introspection = await response.json();
  for (const type of introspection.data.__schema.types) withoutInherited(type, introspection.data.__schema.types);
  GraphQLVoyager.renderVoyager(place, { introspection, displayOptions: { rootType: "AdministrativeDivision", skipRelay: true, skipDeprecated: true, showLeafFields: false, hideRoot: false } });
} catch (error) {
  place.textContent = place.dataset["failed"] ?? "";
  throw error;
}

/**
 * Takes from a type the fields that it has of its interface, where these are relations: they are drawn once, from the interface.
 *
 * @param {any} type
 * @param {any[]} types
 */
function withoutInherited(type, types) {
  if (type.kind !== "OBJECT") return;
  const inherited = new Set(type.interfaces.filter((/** @type {any} */ { name }) => name !== "Node").flatMap((/** @type {any} */ { name }) => types.find((each) => each.name === name).fields.map((/** @type {any} */ field) => field.name)));
  const own = type.fields.filter((/** @type {any} */ { name }) => !inherited.has(name));
  if (own.length > 0) type.fields = own;
}
