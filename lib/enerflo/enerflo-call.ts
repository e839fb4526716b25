import type { Pool } from 'pg';
import type { Db } from '#lib/db/database.ts';
import type { OperationRequest } from '#lib/operations/operation-request.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import type { EnerfloResult } from './enerflo-result.ts';
import type { EnerfloSettings } from './enerflo-settings.schema.ts';

/** For whom a request is: people's go first, `bulk` (bulk runs, readings, retries) leaves a share for them. */
export type Share = 'people' | 'bulk';

export type CallOptions = {
  share: Share;
  /** Waits for a place within the limit at most so long; then BUSY or LIMIT. Else 10 s for people, 5 min for bulk. */
  patienceMs?: number;
  signal?: AbortSignal;
};

/** Sends one request with the account's key, within its limit. Never throws for what Enerflo or the network does. */
export type EnerfloCall = (request: OperationRequest, options: CallOptions) => Promise<EnerfloResult>;

/** An Enerflo account that can be called. */
export type EnerfloAccount = {
  connectionId: string;
  name: string;
  environment: string;
  settings: EnerfloSettings;
  /** Without a slash at its end. */
  baseUrl: string;
  call: EnerfloCall;
};

/** What calling needs from the process. `timeoutMs`: how long one call may take; 15 s unless told. */
export type EnerfloAccess = { db: Db; pool: Pool; box: SecretBox; timeoutMs?: number };
