import { auditDownload } from '#lib/http/audit-download.ts';
import { route } from '#lib/http/route.ts';

export const GET = route('admin', auditDownload);
