import { expect, test } from 'vitest';
import { eventTypes } from '#lib/catalog/registry.ts';
import { eventTypeGroups } from './event-type-groups.ts';

const catalog = eventTypes.map(({ name, label, source, guideStage, deprecated }) => ({
  name,
  label,
  source,
  guideStage,
  deprecated: deprecated !== undefined,
}));
const nothing = { seen: [], chosen: [] };

test('every event type of the source is offered once, those of the guide first, deprecated ones last of their group', () => {
  const groups = eventTypeGroups(catalog, 'enerflo', nothing);
  const names = groups.flatMap((group) => group.types.map((type) => type.name));
  expect(names.toSorted()).toEqual(
    catalog
      .filter((type) => type.source === 'enerflo')
      .map((type) => type.name)
      .toSorted(),
  );
  expect(groups[0]?.heading).toBe('Guide step 1.2');
  for (const { types } of groups) {
    const marks = types.map((type) => type.deprecated);
    expect(marks).toEqual(marks.toSorted());
  }
});

test('two types that are called alike are told apart, and a deprecated one is marked once', () => {
  const labels = eventTypeGroups(catalog, 'enerflo', nothing).flatMap(({ types }) =>
    types.map(({ label, deprecated }) => `${label} ${deprecated}`),
  );
  expect(labels).toContain('New customer (1.0) false');
  expect(labels).toContain('New customer (2.0) false');
  expect(labels).toContain('Customer changed true');
  expect(new Set(labels).size).toBe(labels.length);
});

test('a name that the catalog has not can still be chosen, once', () => {
  const seen = [{ name: 'enerflo.new.thing', label: 'New thing', deprecated: false }];
  const groups = eventTypeGroups(catalog, 'enerflo', {
    seen,
    chosen: ['enerflo.new.thing', 'enerflo.other'],
  });
  expect(groups.at(-1)?.types.map((type) => type.label)).toEqual(['New thing', 'enerflo.other']);
  expect(eventTypeGroups(catalog, 'crm', { seen: [], chosen: ['crm.deal.won'] })).toEqual([
    {
      heading: 'Events of the CRM',
      types: [{ name: 'crm.deal.won', label: 'crm.deal.won', deprecated: false }],
    },
  ]);
});
