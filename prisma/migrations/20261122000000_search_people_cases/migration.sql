-- AlterTable
ALTER TABLE "event_state" ADD COLUMN     "handling_id" UUID;

-- AlterTable
ALTER TABLE "record" ADD COLUMN     "words_version" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "preferences" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "totp_last_step" BIGINT,
ADD COLUMN     "totp_secret" BYTEA,
ADD COLUMN     "totp_since" TIMESTAMPTZ(3),
ALTER COLUMN "password_hash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "connection_secret" (
    "connection_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "set_by" TEXT NOT NULL,

    CONSTRAINT "connection_secret_pkey" PRIMARY KEY ("connection_id","kind")
);

-- CreateTable
CREATE TABLE "heard_type" (
    "connection_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "last_event_id" UUID NOT NULL,

    CONSTRAINT "heard_type_pkey" PRIMARY KEY ("connection_id","type")
);

-- CreateTable
CREATE TABLE "handling" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "handling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_search" (
    "event_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "words" TEXT[] NOT NULL,
    "terms" INTEGER[] NOT NULL,

    CONSTRAINT "event_search_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "record_word" (
    "record_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "connection_id" UUID NOT NULL,

    CONSTRAINT "record_word_pkey" PRIMARY KEY ("record_id","kind","value")
);

-- CreateTable
CREATE TABLE "cancellation_case" (
    "record_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "system_project_id" TEXT,
    "status" TEXT,
    "status_known" BOOLEAN NOT NULL,
    "reason" TEXT,
    "reason_known" BOOLEAN NOT NULL,
    "category" TEXT,
    "requested_by" TEXT,
    "requested_on" DATE,
    "opened_at" TIMESTAMPTZ(3),
    "homeowner" TEXT,
    "address" TEXT,
    "county" TEXT,
    "salesperson" TEXT,
    "flags" TEXT[] NOT NULL,
    "first_heard_at" TIMESTAMPTZ(3) NOT NULL,
    "last_heard_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cancellation_case_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "counted" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "event_search_type_event_id_idx" ON "event_search"("type", "event_id" DESC);

-- CreateIndex
CREATE INDEX "cancellation_case_last_heard_at_record_id_idx" ON "cancellation_case"("last_heard_at" DESC, "record_id" DESC);

-- CreateIndex
CREATE INDEX "cancellation_case_status_last_heard_at_idx" ON "cancellation_case"("status", "last_heard_at" DESC);

-- CreateIndex
CREATE INDEX "cancellation_case_connection_id_system_project_id_idx" ON "cancellation_case"("connection_id", "system_project_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_link_user_id_idx" ON "one_time_link"("user_id");

-- CreateIndex
CREATE INDEX "recovery_code_user_id_idx" ON "recovery_code"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_owner_id_list_name_key" ON "saved_view"("owner_id", "list", "name");

-- CreateIndex
CREATE INDEX "record_words_version_idx" ON "record"("words_version");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_id_idx" ON "audit_entry"("actor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_action_id_idx" ON "audit_entry"("action", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_actor_kind_id_idx" ON "audit_entry"("actor_kind", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_id_idx" ON "audit_entry"("subject_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_request_id_idx" ON "audit_entry"("request_id");

-- AddForeignKey
ALTER TABLE "connection_secret" ADD CONSTRAINT "connection_secret_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say --------------------------------------------------------------

-- Half a phone number, part of a name or of a street. Trusted: whoever owns the database may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "record_word_part" ON "record_word" USING gin ("value" gin_trgm_ops)
  WHERE "kind" IN ('name', 'email', 'phone', 'address');
-- An id, whole or its beginning (the column sorts byte by byte).
CREATE INDEX "record_word_id" ON "record_word" ("value", "kind") WHERE "kind" LIKE 'id:%';

-- Newest of many by "event_search_type_event_id_idx"; few by these.
CREATE INDEX "event_search_words" ON "event_search" USING gin ("words");
CREATE INDEX "event_search_terms" ON "event_search" USING gin ("terms");

-- Filters that leave little.
CREATE INDEX "event_not_known" ON "event" ("id" DESC) WHERE NOT "known";
CREATE INDEX "event_state_copies" ON "event_state" ("event_id" DESC) WHERE "received_count" > 1;
CREATE INDEX "event_state_handled" ON "event_state" ("event_id" DESC) WHERE "handling_id" IS NOT NULL;
CREATE INDEX "event_state_handling" ON "event_state" ("handling_id") WHERE "handling_id" IS NOT NULL;
