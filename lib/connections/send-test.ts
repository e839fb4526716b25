import { uuidv7 } from 'uuidv7';
import { recordAudit } from '#lib/audit/audit.ts';
import type { Source } from '#lib/catalog/event-type.ts';
import type { Endpoint } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { credentialPurpose } from '#lib/ingest/authenticate.ts';
import type { EndpointDirectory } from '#lib/ingest/endpoint-directory.ts';
import { makeTestToken, testHeader } from '#lib/ingest/test-token.ts';
import { log } from '#lib/log.ts';
import type { ConnectionChange } from './connection-change.ts';
import type { CredentialKind } from './connection-kinds.schema.ts';
import type { TestAnswer } from './connections.contract.ts';
import { getConnection } from './get-connection.ts';
import { newSecret } from './make-credential.ts';
import { postTest } from './post-test.ts';
import { testSample } from './test-sample.ts';

/** Sending a test also needs the addresses that this process knows, and where it listens itself. */
export type TestContext = ConnectionChange & { directory: EndpointDirectory; origin: string };

/**
 * Sends a sample of this type to an address of the account (its first unless told) as a real request through the real
 * door, with credentials that last for it alone, and gives the answer. The request is signed as a test, so that its
 * event changes no record and starts no flow. Throws NOT_FOUND, INVALID (no sample of this type), or CONFLICT (the
 * account is off or has no address).
 */
export async function sendTest(
  context: TestContext,
  { id, type, addressId }: { id: string; type: string; addressId?: string },
): Promise<TestAnswer> {
  const { db, box, actor, requestId, address } = context;
  const { source, endpoint } = await addressToTest(context, id, addressId);
  const sample = testSample(source, type, actor.name);
  const credentials = await lend(context, source, endpoint);
  let answer: TestAnswer;
  try {
    await context.directory.lookAgain();
    const token = makeTestToken(box, { endpointId: endpoint.id, by: actor.name });
    const { path, headers } = requestTo(source, sample.vendorName, endpoint, credentials);
    answer = await postTest(`${context.origin}${path}`, { ...headers, [testHeader]: token }, sample.body);
  } finally {
    await takeBack(context, credentials);
  }
  const { status, id: eventId } = answer;
  await db.$transaction((tx) =>
    recordAudit(tx, {
      actor,
      requestId,
      address,
      action: 'connection.test',
      subjectKind: 'connection',
      subjectId: id,
      after: { type, status, eventId },
    }),
  );
  return answer;
}

async function addressToTest(
  { db }: TestContext,
  id: string,
  addressId: string | undefined,
): Promise<{ source: Source; endpoint: Endpoint }> {
  const { source, name, disabledAt } = await getConnection(db, id);
  if (disabledAt !== null)
    throw new AppError('CONFLICT', `“${name}” is switched off: switch it on, then test.`);
  const endpoint = await db.endpoint.findFirst({
    where: { connectionId: id, disabledAt: null, ...(addressId && { id: addressId }) },
    orderBy: { id: 'asc' },
  });
  if (!endpoint)
    throw new AppError('CONFLICT', `“${name}” has no incoming address yet: make one, then test.`);
  return { source, endpoint };
}

type Lent = { ids: string[]; secrets: Partial<Record<CredentialKind, string>> };

/** One credential of each kind that the address asks for. They would end by themselves in a minute. */
async function lend({ db, box }: TestContext, source: Source, endpoint: Endpoint): Promise<Lent> {
  const kinds: CredentialKind[] = [];
  if (source !== 'sunnova') kinds.push('key');
  if (endpoint.username !== null) kinds.push('password');
  if (endpoint.headerName !== null) kinds.push('header');
  const lent: Lent = { ids: [], secrets: {} };
  for (const kind of kinds) {
    const id = uuidv7();
    const secret = newSecret();
    const mac = box.mac(credentialPurpose, secret);
    await db.$executeRaw`
      INSERT INTO endpoint_credential (id, endpoint_id, kind, mac, valid_until)
      VALUES (${id}::uuid, ${endpoint.id}::uuid, ${kind}, ${mac}, now() + interval '1 minute')`;
    lent.ids.push(id);
    lent.secrets[kind] = secret;
  }
  return lent;
}

async function takeBack({ db, directory }: TestContext, { ids }: Lent): Promise<void> {
  try {
    await db.endpointCredential.deleteMany({ where: { id: { in: ids } } });
    await directory.lookAgain();
  } catch (error) {
    // They end by themselves in a minute; the test's own answer matters more.
    log().warn({ err: error }, 'the credentials of a test could not be taken back');
  }
}

/** Where a test goes below `origin`, and what it shows there. */
function requestTo(
  source: Source,
  vendorName: string,
  { username, headerName }: Endpoint,
  { secrets }: Lent,
): { path: string; headers: Record<string, string> } {
  const name = encodeURIComponent(vendorName);
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (headerName !== null && secrets.header) headers[headerName.toLowerCase()] = secrets.header;
  if (username !== null && secrets.password) {
    headers.authorization = `Basic ${Buffer.from(`${username}:${secrets.password}`).toString('base64')}`;
  }
  const path =
    source === 'sunnova'
      ? `/api/webhooks/sunnova/${name}`
      : `/api/webhooks/${source}/${secrets.key}?event=${name}`;
  return { path, headers };
}
