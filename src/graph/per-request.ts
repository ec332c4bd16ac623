/** One value per request, made when first asked for and dropped with the request; nothing else is kept on its context. */
export function perRequest<C extends object, T>(make: (context: C) => T): (context: C) => T {
  const made = new WeakMap<C, T>();
  return (context) => {
    let value = made.get(context);
    if (value === undefined) made.set(context, (value = make(context)));
    return value;
  };
}
