-- AlterTable
ALTER TABLE "endpoint" ADD COLUMN     "past_headers" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- What was asked for before is told by the audit log.
UPDATE "endpoint" e SET "past_headers" = ARRAY(
  SELECT DISTINCT a."before" ->> 'headerName' FROM "audit_entry" a
  WHERE a."action" = 'endpoint.change' AND a."subject_kind" = 'endpoint' AND a."subject_id" = e."id"::text
    AND a."before" ->> 'headerName' IS NOT NULL
);
