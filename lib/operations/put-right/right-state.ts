import type { Righted } from './righted.ts';

/** The states, DC, the territories, and the three of the armed forces' post. */
const states: Readonly<Record<string, string>> = {
  AL: 'alabama',
  AK: 'alaska',
  AZ: 'arizona',
  AR: 'arkansas',
  CA: 'california',
  CO: 'colorado',
  CT: 'connecticut',
  DE: 'delaware',
  DC: 'district of columbia',
  FL: 'florida',
  GA: 'georgia',
  HI: 'hawaii',
  ID: 'idaho',
  IL: 'illinois',
  IN: 'indiana',
  IA: 'iowa',
  KS: 'kansas',
  KY: 'kentucky',
  LA: 'louisiana',
  ME: 'maine',
  MD: 'maryland',
  MA: 'massachusetts',
  MI: 'michigan',
  MN: 'minnesota',
  MS: 'mississippi',
  MO: 'missouri',
  MT: 'montana',
  NE: 'nebraska',
  NV: 'nevada',
  NH: 'new hampshire',
  NJ: 'new jersey',
  NM: 'new mexico',
  NY: 'new york',
  NC: 'north carolina',
  ND: 'north dakota',
  OH: 'ohio',
  OK: 'oklahoma',
  OR: 'oregon',
  PA: 'pennsylvania',
  RI: 'rhode island',
  SC: 'south carolina',
  SD: 'south dakota',
  TN: 'tennessee',
  TX: 'texas',
  UT: 'utah',
  VT: 'vermont',
  VA: 'virginia',
  WA: 'washington',
  WV: 'west virginia',
  WI: 'wisconsin',
  WY: 'wyoming',
  AS: 'american samoa',
  GU: 'guam',
  MP: 'northern mariana islands',
  PR: 'puerto rico',
  VI: 'us virgin islands',
  AA: 'armed forces americas',
  AE: 'armed forces europe',
  AP: 'armed forces pacific',
};
const codes = new Map(Object.entries(states).map(([code, name]) => [name, code]));
codes.set('virgin islands', 'VI').set('washington dc', 'DC');

/** The two letters of a state from those letters or its name, in any case. */
export function rightState(text: string): Righted {
  const plain = text.replaceAll('.', '').replaceAll(',', ' ').replace(/\s+/g, ' ').trim().toLowerCase();
  const code =
    codes.get(plain) ?? (Object.hasOwn(states, plain.toUpperCase()) ? plain.toUpperCase() : undefined);
  return code === undefined
    ? { problem: `There is no US state “${text}”: give its two letters, such as CA.` }
    : { value: code, why: 'the two letters of the state' };
}
