import type { OutboundFailureCode } from '#lib/http/outbound/outbound-failure.ts';

/**
 * Why a try or a delivery did not succeed. Besides what the network does: `STATUS`, an answer that says no;
 * `MAPPING` and `SECRET`, nothing could be sent; `WORKER_LOST`, the process that sent it ended before the answer.
 */
export type DeliveryError = {
  code: OutboundFailureCode | 'STATUS' | 'MAPPING' | 'NOTHING_TO_SEND' | 'SECRET' | 'WORKER_LOST';
  /** A sentence a person can use. */
  text: string;
};
