type Path = readonly (string | number)[];

/** The places of all texts in a body, however deep, but those under the keys named in `kept`. */
export function textsOf(body: unknown, kept: readonly string[], at: Path = []): Path[] {
  if (typeof body === 'string') return [at];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) =>
    kept.includes(key) ? [] : textsOf(value, kept, [...at, key]),
  );
}

/** The body with `value` in the places given. */
export function withText(body: unknown, places: readonly Path[], value: string, at: Path = []): unknown {
  const here = places.some((place) => place.join('.') === at.join('.'));
  if (here && typeof body === 'string') return value;
  if (Array.isArray(body))
    return body.map((item, index) => withText(item, places, value, [...at, String(index)]));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, item]) => [key, withText(item, places, value, [...at, key])]),
  );
}
