-- Calling Enerflo: forms of an account, the request limit, actions, bulk, readings. What Prisma cannot say stands at the end.
-- AlterTable
ALTER TABLE "observation" ADD COLUMN     "reading_id" UUID;

-- CreateTable
CREATE TABLE "enerflo_account" (
    "connection_id" UUID NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "proofs" JSONB NOT NULL DEFAULT '{}',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enerflo_account_pkey" PRIMARY KEY ("connection_id")
);

-- CreateTable
CREATE TABLE "request_budget" (
    "key_id" BYTEA NOT NULL,
    "idle_at" TIMESTAMPTZ(6) NOT NULL,
    "paused_until" TIMESTAMPTZ(3),
    "bulk_until" TIMESTAMPTZ(3),
    "remaining" INTEGER,
    "remaining_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_budget_pkey" PRIMARY KEY ("key_id")
);

-- CreateTable
CREATE TABLE "action" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "idempotency_key" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "request_id" TEXT,
    "input" JSONB NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "read_back" TEXT,
    "result" JSONB,
    "error" JSONB,
    "about" TEXT,
    "record_keys" TEXT[],
    "event_id" UUID,
    "undoes_id" UUID,
    "bulk_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_attempt" (
    "id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "request" JSONB NOT NULL,
    "request_body" TEXT NOT NULL,
    "response_status" SMALLINT,
    "response_headers" JSONB,
    "response_body" TEXT,
    "error" JSONB,

    CONSTRAINT "action_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "columns" JSONB NOT NULL,
    "agreed" JSONB,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "worker_id" UUID,
    "beat_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_row" (
    "bulk_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "input" JSONB,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "notes" JSONB NOT NULL DEFAULT '[]',
    "hash" BYTEA,
    "action_id" UUID,
    "tries" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "bulk_row_pkey" PRIMARY KEY ("bulk_id","number")
);

-- CreateTable
CREATE TABLE "bulk_columns" (
    "operation" TEXT NOT NULL,
    "heads" BYTEA NOT NULL,
    "columns" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bulk_columns_pkey" PRIMARY KEY ("operation","heads")
);

-- CreateTable
CREATE TABLE "wanted_install" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "deal_id" TEXT,
    "install_id" TEXT,
    "state" TEXT NOT NULL,
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "record_id" UUID,
    "differences" JSONB,
    "event_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "wanted_install_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "progress" JSONB NOT NULL DEFAULT '{}',
    "error" TEXT,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "worker_id" UUID,
    "beat_at" TIMESTAMPTZ(3),

    CONSTRAINT "reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_finding" (
    "reading_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "record_id" UUID,
    "about" TEXT,
    "fields" JSONB NOT NULL DEFAULT '[]',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reading_finding_pkey" PRIMARY KEY ("reading_id","kind","external_id","what")
);

-- CreateIndex
CREATE UNIQUE INDEX "action_idempotency_key_key" ON "action"("idempotency_key");

-- CreateIndex
CREATE INDEX "action_state_id_idx" ON "action"("state", "id" DESC);

-- CreateIndex
CREATE INDEX "action_connection_id_id_idx" ON "action"("connection_id", "id" DESC);

-- CreateIndex
CREATE INDEX "action_operation_id_idx" ON "action"("operation", "id" DESC);

-- CreateIndex
CREATE INDEX "action_actor_id_id_idx" ON "action"("actor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "action_event_id_idx" ON "action"("event_id");

-- CreateIndex
CREATE INDEX "action_undoes_id_idx" ON "action"("undoes_id");

-- CreateIndex
CREATE INDEX "action_bulk_id_idx" ON "action"("bulk_id");

-- CreateIndex
CREATE INDEX "action_record_keys_idx" ON "action" USING GIN ("record_keys");

-- CreateIndex
CREATE UNIQUE INDEX "action_attempt_action_id_number_key" ON "action_attempt"("action_id", "number");

-- CreateIndex
CREATE INDEX "bulk_state_idx" ON "bulk"("state");

-- CreateIndex
CREATE INDEX "bulk_row_hash_idx" ON "bulk_row"("hash");

-- CreateIndex
CREATE INDEX "bulk_row_bulk_id_state_number_idx" ON "bulk_row"("bulk_id", "state", "number");

-- CreateIndex
CREATE INDEX "wanted_install_connection_id_deal_id_idx" ON "wanted_install"("connection_id", "deal_id");

-- CreateIndex
CREATE INDEX "wanted_install_connection_id_install_id_idx" ON "wanted_install"("connection_id", "install_id");

-- CreateIndex
CREATE INDEX "wanted_install_state_due_at_idx" ON "wanted_install"("state", "due_at");

-- CreateIndex
CREATE INDEX "reading_connection_id_id_idx" ON "reading"("connection_id", "id" DESC);

-- CreateIndex
CREATE INDEX "reading_state_due_at_idx" ON "reading"("state", "due_at");

-- AddForeignKey
ALTER TABLE "enerflo_account" ADD CONSTRAINT "enerflo_account_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_attempt" ADD CONSTRAINT "action_attempt_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_row" ADD CONSTRAINT "bulk_row_bulk_id_fkey" FOREIGN KEY ("bulk_id") REFERENCES "bulk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_finding" ADD CONSTRAINT "reading_finding_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- At most one of each is under way for one account or install.
CREATE UNIQUE INDEX "wanted_install_open_deal" ON "wanted_install" ("connection_id", "deal_id") WHERE "state" = 'waiting' AND "deal_id" IS NOT NULL;
CREATE UNIQUE INDEX "wanted_install_open_install" ON "wanted_install" ("connection_id", "install_id") WHERE "state" = 'waiting' AND "install_id" IS NOT NULL;
CREATE UNIQUE INDEX "reading_open" ON "reading" ("connection_id") WHERE "state" IN ('waiting', 'running');

-- What workers look for several times a second or a minute.
CREATE INDEX "action_due" ON "action" ("due_at") WHERE "due_at" IS NOT NULL;
CREATE INDEX "bulk_open" ON "bulk" ("id") WHERE "state" IN ('reading', 'running');

-- Rows in doubt follow their actions.
CREATE INDEX "bulk_row_in_doubt" ON "bulk_row" ("action_id") WHERE "state" = 'unknown';
