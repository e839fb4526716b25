import type { OperationRequest } from '../operation-request.ts';
import { requestPath } from '../operation-request.ts';

/** GET /api/v3/customers/{id}: takes the number and the uuid of 2.0 (field facts 5.7). */
export function readCustomerRequest(id: string): OperationRequest {
  return { method: 'GET', path: requestPath`/api/v3/customers/${id}` };
}
