import Fastify from 'fastify';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';

// The reference: the least a durable webhook receiver can do. Bodies go unread into a plain table, up to 200
// waiting requests in one INSERT, and each is acknowledged after the commit. Run by ingest.ts:
// `node bench/ingest/reference.ts` with DATABASE_URL and PORT.
type Waiting = { id: string; body: Buffer; resolve: () => void; reject: (error: unknown) => void };

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
const waiting: Waiting[] = [];
let writing = false;

async function write(): Promise<void> {
  writing = true;
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 200);
    try {
      await pool.query({
        name: 'store',
        text: 'INSERT INTO reference_event (id, body) SELECT * FROM unnest($1::uuid[], $2::bytea[])',
        values: [batch.map(({ id }) => id), batch.map(({ body }) => body)],
      });
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
  writing = false;
}

await pool.query(
  'CREATE TABLE IF NOT EXISTS reference_event (id uuid PRIMARY KEY, received_at timestamptz NOT NULL DEFAULT now(), body bytea NOT NULL)',
);
const app = Fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
app.get('/api/health', () => ({ status: 'alive' }));
app.post<{ Body: Buffer }>('/events', async (request, reply) => {
  const id = uuidv7();
  await new Promise<void>((resolve, reject) => {
    waiting.push({ id, body: request.body, resolve, reject });
    if (!writing) void write();
  });
  return reply.code(202).send({ id, status: 'accepted' });
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('SIGTERM', async () => {
  await app.close();
  await pool.end();
});
