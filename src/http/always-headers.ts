/** Headers on every answer. */
export const alwaysHeaders = Object.freeze({
  "cache-control": "no-store", // unless what answers says otherwise
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "cross-origin", // what the public may read, any page may show
  "access-control-allow-origin": "*", // bearer tokens only, which a page must hold itself; no cookie goes along
  "access-control-expose-headers": "x-request-id, retry-after",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'", // JSON is nobody's page
});
