import type { Pool } from 'pg';
import type { Db } from '#lib/db/database.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import type { UserActor } from './actor-of-user.ts';

/** What a change to one's own account needs: whose it is, the session it comes by, and where it came from. */
export type OwnAccount = {
  db: Db;
  pool: Pool;
  box: SecretBox;
  actor: UserActor;
  /** The token of this session, which goes on when the others end. */
  sessionToken: string;
  address: string | null;
  requestId: string;
};
