import { addAddress } from '#lib/connections/add-address.ts';
import { setAllowList, setDemand } from '#lib/connections/change-address.ts';
import { renameConnection, setConnectionEnabled } from '#lib/connections/change-connection.ts';
import { removeConnectionSecret, setConnectionSecret } from '#lib/connections/connection-secrets.ts';
import { createConnection } from '#lib/connections/create-connection.ts';
import { firstSteps, noteCopied } from '#lib/connections/first-steps.ts';
import { getConnection } from '#lib/connections/get-connection.ts';
import { listConnections } from '#lib/connections/list-connections.ts';
import { ownOrigin } from '#lib/connections/own-origin.ts';
import { endCredential, rotateCredential } from '#lib/connections/rotate-credential.ts';
import { sendTest } from '#lib/connections/send-test.ts';
import { env } from '#lib/env.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const connectionHandlers = {
  list: procedure.connections.list.handler(async ({ context }) => ({
    items: await listConnections(context.services.db),
  })),
  get: procedure.connections.get.handler(({ context, input }) =>
    getConnection(context.services.db, input.id),
  ),
  create: procedure.connections.create.handler(({ context, input }) =>
    createConnection(changing(context), input),
  ),
  change: procedure.connections.change.handler(({ context, input }) =>
    renameConnection(changing(context), input),
  ),
  setEnabled: procedure.connections.setEnabled.handler(({ context, input }) =>
    setConnectionEnabled(changing(context), input),
  ),
  copied: procedure.connections.copied.handler(async ({ context, input }) => {
    await noteCopied(changing(context), input.id);
    return {};
  }),
  addAddress: procedure.connections.addAddress.handler(({ context, input }) =>
    addAddress(changing(context), input),
  ),
  setAllowList: procedure.connections.setAllowList.handler(({ context, input }) =>
    setAllowList(changing(context), input),
  ),
  setDemand: procedure.connections.setDemand.handler(({ context, input }) =>
    setDemand(changing(context), input),
  ),
  rotate: procedure.connections.rotate.handler(({ context, input }) =>
    rotateCredential(changing(context), input),
  ),
  endCredential: procedure.connections.endCredential.handler(({ context, input }) =>
    endCredential(changing(context), input),
  ),
  setSecret: procedure.connections.setSecret.handler(({ context, input }) =>
    setConnectionSecret(changing(context), input),
  ),
  removeSecret: procedure.connections.removeSecret.handler(({ context, input }) =>
    removeConnectionSecret(changing(context), input),
  ),
  test: procedure.connections.test.handler(({ context, input }) => {
    const { ingest, listening } = context.services;
    const { HOST, PORT } = env();
    const origin = ownOrigin(listening ?? { host: HOST, port: PORT });
    return sendTest({ ...changing(context), directory: ingest.directory, origin }, input);
  }),
};

export const firstStepHandlers = {
  get: procedure.firstSteps.get.handler(({ context }) => firstSteps(context.services.db)),
};
