import type { OpenAPI } from '@orpc/contract';

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } } as const;
const word = (name: string, description: string) =>
  ({ name, in: 'path', required: true, description, schema: { type: 'string' } }) as const;
const named = {
  name: 'event',
  in: 'query',
  description: 'The name of the event.',
  schema: { type: 'string' },
} as const;
const anything = { 'application/octet-stream': {} };
/** The answer of a webhook that was taken in. */
const takenSchema = {
  type: 'object' as const,
  required: ['id', 'status'],
  properties: {
    id: { type: 'string' as const },
    status: { type: 'string' as const, enum: ['accepted', 'duplicate', 'refused'] },
  },
};

function bytes(summary: string, tag: string): OpenAPI.PathItemObject {
  const responses = { 200: { description: 'Exactly as they came', content: anything } };
  return { get: { summary, tags: [tag], parameters: [id], responses } };
}

function webhook(
  summary: string,
  parameters: OpenAPI.ParameterObject[],
  security: OpenAPI.SecurityRequirementObject[],
): OpenAPI.PathItemObject {
  return {
    post: {
      summary,
      tags: ['webhooks'],
      parameters,
      security,
      requestBody: { content: anything },
      responses: {
        202: {
          description: 'Taken in, and committed',
          content: { 'application/json': { schema: takenSchema } },
        },
      },
    },
  };
}

function told(summary: string, security?: OpenAPI.SecurityRequirementObject[]): OpenAPI.PathItemObject {
  return { get: { summary, tags: ['health'], security, responses: { 200: { description: 'Well' } } } };
}

const key = word('key', 'The secret of the address.');

/** The addresses of the public interface that are no part of the contract: what answers in bytes, or to machines. */
export const doors: Record<string, OpenAPI.PathItemObject> = {
  '/events/{id}/raw': bytes('The exact bytes of an event', 'events'),
  '/refusals/{id}/raw': bytes('The exact bytes of a refused request', 'refusals'),
  '/webhooks/enerflo/{key}': webhook('What Enerflo sends', [key, named], []),
  '/webhooks/sunnova/{webhook}': webhook(
    'What Sunnova sends',
    [word('webhook', 'Such as lead-status; without it the webhook is recognised by its keys.')],
    [{ basic: [] }],
  ),
  '/webhooks/crm/{key}': webhook('What a CRM sends', [key, named], []),
  '/health': told('Whether the process is alive', []),
  '/ready': told('Whether it can take webhooks in: the database and its migrations', []),
  '/metrics': told('Figures for Prometheus', [{ token: [] }]),
};
