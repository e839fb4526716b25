type Path = readonly (string | number)[];

/** The places of all values in a body, however deep, be they texts or not, but for those whose path is in `kept`. */
export function placesOf(body: unknown, kept: readonly string[], at: Path = []): Path[] {
  if (kept.includes(at.join('.'))) return [];
  if (typeof body !== 'object' || body === null) return [at];
  return Object.entries(body).flatMap(([key, value]) => placesOf(value, kept, [...at, key]));
}

/** The body with `value` in the places given. */
export function withText(body: unknown, places: readonly Path[], value: string): unknown {
  return changed(body, new Set(places.map((place) => place.join('.'))), value, []);
}

function changed(body: unknown, places: ReadonlySet<string>, value: string, at: Path): unknown {
  if (Array.isArray(body))
    return body.map((item, index) => changed(item, places, value, [...at, String(index)]));
  if (typeof body !== 'object' || body === null) return places.has(at.join('.')) ? value : body;
  return Object.fromEntries(
    Object.entries(body).map(([key, item]) => [key, changed(item, places, value, [...at, key])]),
  );
}
