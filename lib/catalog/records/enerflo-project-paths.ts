/** Places in a 2.0 payload that both the deal and its design tell from. */

/** The size of the system has been seen in each of these. */
export const systemSizeWatts = [
  'proposal.pricingOutputs.totalSystemSizeWatts',
  'proposal.pricingOutputs.design.totalSystemSizeWatts',
  'proposal.design.totalSystemSizeWatts',
  'proposal.pricingOutputs.systemSizeWatts',
  'pricingOutputs.totalSystemSizeWatts',
  'pricingOutputs.design.totalSystemSizeWatts',
  'design.totalSystemSizeWatts',
] as const;

/** The path of a value of the proposal's pricing. */
export function pricing(path: string): string {
  return `proposal.pricingOutputs.${path}`;
}
