import { uploadBulk } from '#lib/bulk/upload-bulk.ts';
import { acting } from '#lib/http/acting.ts';
import { route } from '#lib/http/route.ts';

/** The bytes of a CSV file; `connection`, `operation`, `name` and `zone` in the query. */
export const POST = route('operator', (context) => uploadBulk(acting(context), context.request));
