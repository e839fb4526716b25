/** Where homeowners live: towns with their county, a ZIP code, the middle, an area code and the time zone. */
export type Place = {
  city: string;
  state: string;
  zip: string;
  county: string;
  latitude: number;
  longitude: number;
  areaCode: string;
  timezone: string;
};

const place = (
  city: string,
  state: string,
  zip: string,
  county: string,
  middle: readonly [latitude: number, longitude: number],
  areaCode: string,
  timezone: string,
): Place => ({ city, state, zip, county, latitude: middle[0], longitude: middle[1], areaCode, timezone });

const denver = 'America/Denver';
const chicago = 'America/Chicago';
const newYork = 'America/New_York';

/** Around the dealer's offices; the ZIP codes of Massachusetts begin with 0. */
export const places: readonly [Place, ...Place[]] = [
  place('Salt Lake City', 'UT', '84106', 'Salt Lake County', [40.7059, -111.8542], '801', denver),
  place('Sandy', 'UT', '84092', 'Salt Lake County', [40.5649, -111.8389], '801', denver),
  place('West Jordan', 'UT', '84084', 'Salt Lake County', [40.6097, -111.9391], '385', denver),
  place('Layton', 'UT', '84041', 'Davis County', [41.0602, -111.9711], '801', denver),
  place('Provo', 'UT', '84604', 'Utah County', [40.2614, -111.6548], '385', denver),
  place('Austin', 'TX', '78745', 'Travis County', [30.2063, -97.7956], '512', chicago),
  place('Round Rock', 'TX', '78664', 'Williamson County', [30.5145, -97.6683], '737', chicago),
  place('Pflugerville', 'TX', '78660', 'Travis County', [30.4394, -97.62], '512', chicago),
  place('Agawam', 'MA', '01001', 'Hampden County', [42.0695, -72.6148], '413', newYork),
  place('Amherst', 'MA', '01002', 'Hampshire County', [42.3732, -72.5199], '413', newYork),
  place('Worcester', 'MA', '01604', 'Worcester County', [42.2549, -71.7756], '508', newYork),
  place('Shrewsbury', 'MA', '01545', 'Worcester County', [42.2959, -71.7128], '508', newYork),
];

/** Of towns in which the stand-in Enerflo has customers from before. */
const counties: Record<string, string> = {
  'Phoenix, AZ': 'Maricopa County',
  'San Diego, CA': 'San Diego County',
};

/** The county of a town, as Enerflo tells it; '' where it is not known. */
export function countyOf(city: string, state: string): string {
  const known = places.find((one) => one.city === city && one.state === state)?.county;
  return known ?? counties[`${city}, ${state}`] ?? '';
}
