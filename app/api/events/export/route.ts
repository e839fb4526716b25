import { exportEvents } from '#lib/events/export-events.ts';
import { acting } from '#lib/http/acting.ts';
import { formBody } from '#lib/http/form-body.ts';
import { route } from '#lib/http/route.ts';

export const GET = route('viewer', (context) =>
  exportEvents(acting(context), new URL(context.request.url).searchParams),
);

/** The same from a form: more ids than an address can hold. */
export const POST = route('viewer', async (context) =>
  exportEvents(acting(context), await formBody(context.request)),
);
