import { once } from 'node:events';
import { createServer } from 'node:net';

/** The port, or any free one where it is taken and nobody asked for that very one. */
export async function freePort({ port, orAny }: { port: number; orAny: boolean }): Promise<number> {
  const probe = createServer();
  probe.listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch (error) {
    if (!orAny) throw new Error(`Port ${port} is taken. Give another one.`, { cause: error });
    return freePort({ port: 0, orAny: false });
  }
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return address && typeof address === 'object' ? address.port : port;
}
