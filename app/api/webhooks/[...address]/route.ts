import { webhookRoute } from '#lib/http/webhook-door.ts';

/** server.ts answers these addresses before Next.js does, with the same function; this is the second door. */
export {
  webhookRoute as DELETE,
  webhookRoute as GET,
  webhookRoute as PATCH,
  webhookRoute as POST,
  webhookRoute as PUT,
};
