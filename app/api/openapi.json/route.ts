import { openApiDocument } from '#lib/http/api/openapi.ts';
import { route } from '#lib/http/route.ts';

export const GET = route('viewer', async () => Response.json(await openApiDocument()));
