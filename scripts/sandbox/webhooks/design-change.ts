import type { Deal } from '../enerflo/state/rows.ts';

/** Designs and their requests: the REST API knows nothing of them, webhooks tell them (field facts 3). */
export type DesignChange = {
  entity: 'design' | 'designRequest';
  what: 'created' | 'updated';
  deal: Deal;
  designId: string;
  requestId: string;
  status: string;
};
