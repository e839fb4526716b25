import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { publicUrl } from '#lib/env.ts';
import { apiContract } from './contract.ts';

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });

/** The API as OpenAPI 3.1, made from the contract. */
export function openApiDocument() {
  return generator.generate(apiContract, {
    info: { title: 'Heliograph', version: '1' },
    servers: [{ url: `${publicUrl()}/api` }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  });
}
