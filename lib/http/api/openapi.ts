import type { OpenAPI } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { sessionCookie } from '#lib/auth/session-cookie.ts';
import { publicUrl } from '#lib/env.ts';
import { apiContract } from './contract.ts';
import { doors } from './openapi-doors.ts';

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });

const problem: OpenAPI.SchemaObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened and what to do.' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    fields: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};

const anyError = {
  description: 'Any error, as RFC 9457 problem JSON',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The API as OpenAPI 3.1, made from the contract and the doors beside it; every address answers errors in the same form. */
export async function openApiDocument() {
  const document = await generator.generate(apiContract, {
    info: { title: 'Heliograph', version: '1' },
    servers: [{ url: `${publicUrl()}/api` }],
    security: [{ token: [] }, { session: [] }],
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        basic: { type: 'http', scheme: 'basic' },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie(publicUrl()).name },
      },
    },
  });
  document.paths = { ...document.paths, ...doors };
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = path?.[method];
      if (operation) operation.responses = { ...operation.responses, default: anyError };
    }
  }
  return document;
}
