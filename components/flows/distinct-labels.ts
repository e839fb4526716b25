type Labelled = { name: string; label: string; source: string };

/** A label for each event type; where Enerflo 1.0 and 2.0 call theirs alike, the version stands behind it. */
export function distinctLabels(types: readonly Labelled[]): Map<string, string> {
  const alike = Map.groupBy(types, ({ source, label }) => `${source} ${label}`);
  return new Map(
    types.map(({ name, label, source }) => {
      const version = /^enerflo\.v(\d)\./.exec(name)?.[1];
      const shared = (alike.get(`${source} ${label}`)?.length ?? 0) > 1;
      return [name, shared && version ? `${label} (${version}.0)` : label];
    }),
  );
}
