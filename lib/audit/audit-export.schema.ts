import { z } from 'zod';
import { auditFilterSchema } from './audit.contract.ts';

export const exportFormats = ['jsonl', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The query of `/api/audit/export`: the filter of the list, and as what. */
export const auditExportSchema = auditFilterSchema.extend({ format: z.enum(exportFormats) }).strict();
