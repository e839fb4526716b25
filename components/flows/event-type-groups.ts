import type { Source } from '#lib/catalog/event-type.ts';
import { distinctLabels } from './distinct-labels.ts';

type CatalogType = {
  name: string;
  label: string;
  source: Source;
  guideStage: string | null;
  deprecated: boolean;
};
export type EventTypeOption = { name: string; label: string; deprecated: boolean };
export type EventTypeGroup = { heading: string; types: EventTypeOption[] };

/**
 * The event types of a source as the form offers them: those of a guide step first, in the order of the guide, then
 * the others by version, deprecated ones last; at the end those that the catalog has not but that came or are chosen.
 */
export function eventTypeGroups(
  catalog: readonly CatalogType[],
  source: Source,
  { seen, chosen }: { seen: readonly EventTypeOption[]; chosen: readonly string[] },
): EventTypeGroup[] {
  const labels = distinctLabels(catalog);
  const own = catalog.filter((type) => type.source === source);
  const groups = Map.groupBy(own, headingOf);
  const ordered = [...groups].sort(
    ([one], [other]) => rank(one) - rank(other) || one.localeCompare(other, 'en'),
  );
  const known = new Set(own.map((type) => type.name));
  const extra = new Map(
    [...chosen.map((name) => ({ name, label: name, deprecated: false })), ...seen]
      .filter((type) => !known.has(type.name))
      .map((type) => [type.name, type]),
  );
  return [
    ...ordered.map(([heading, types]) => ({
      heading,
      types: types
        .map(({ name, label, deprecated }) => ({
          name,
          // The form marks it itself.
          label: (labels.get(name) ?? label).replace(/ \(deprecated\)$/, ''),
          deprecated,
        }))
        .sort((one, other) => Number(one.deprecated) - Number(other.deprecated)),
    })),
    ...(extra.size > 0
      ? [
          {
            heading: source === 'crm' ? 'Events of the CRM' : 'Not in the catalog',
            types: [...extra.values()],
          },
        ]
      : []),
  ];
}

function headingOf({ name, source, guideStage }: CatalogType): string {
  if (guideStage) return guideStage.charAt(0).toUpperCase() + guideStage.slice(1);
  if (name.startsWith('enerflo.v1.')) return 'Other events of Enerflo 1.0';
  if (name.startsWith('enerflo.v2.')) return 'Other events of Enerflo 2.0';
  return source === 'sunnova' ? 'Events of Sunnova' : 'Other events';
}

function rank(heading: string): number {
  return heading.startsWith('Guide') ? 0 : 1;
}
