/** What an answer says, without what differs between two requests: the request's id. */
export const lasting = ({ body }: { readonly body: unknown }): unknown => JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === "requestId" ? undefined : value)));
