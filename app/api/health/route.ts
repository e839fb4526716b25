import { route } from '#lib/http/route.ts';

export const GET = route('public', () => Response.json({ status: 'alive' }));
