/** The zones of the United States under the names that people say, from east to west. */
const american: readonly (readonly [zone: string, name: string])[] = [
  ['America/Puerto_Rico', 'Atlantic time, Puerto Rico'],
  ['America/New_York', 'Eastern time'],
  ['America/Chicago', 'Central time'],
  ['America/Denver', 'Mountain time'],
  ['America/Phoenix', 'Arizona'],
  ['America/Los_Angeles', 'Pacific time'],
  ['America/Anchorage', 'Alaska'],
  ['Pacific/Honolulu', 'Hawaii'],
];

export interface ZoneChoice {
  /** The IANA name. */
  zone: string;
  /** `Eastern time`, or the IANA name as people read it: `Europe/Lisbon`. */
  label: string;
}

/** Every zone that this browser knows: those of the United States, then all by name. */
export function timeZones(): { american: ZoneChoice[]; others: ZoneChoice[] } {
  const common = new Set(american.map(([zone]) => zone));
  const others = ['UTC', ...Intl.supportedValuesOf('timeZone')].filter(
    (zone, at, all) => !common.has(zone) && all.indexOf(zone) === at,
  );
  return {
    american: american.map(([zone, label]) => ({ zone, label })),
    others: others.map((zone) => ({ zone, label: zoneLabel(zone) })),
  };
}

/** A zone as people read it: `Eastern time`, `America/Sao Paulo`. */
export function zoneLabel(zone: string): string {
  return american.find(([known]) => known === zone)?.[1] ?? zone.replaceAll('_', ' ');
}

/** Its distance from UTC now: `GMT-5`, `GMT+5:30`. */
export function zoneOffset(zone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).formatToParts(now);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}
