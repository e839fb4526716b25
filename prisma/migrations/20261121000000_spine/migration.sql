-- CreateTable
CREATE TABLE "connection" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "connection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endpoint" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "username" TEXT,
    "header_name" TEXT,
    "allow_list" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endpoint_credential" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "mac" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valid_until" TIMESTAMPTZ(3),

    CONSTRAINT "endpoint_credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "known" BOOLEAN NOT NULL,
    "envelope" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "occurred_at" TIMESTAMPTZ(3),
    "about" TEXT,
    "record_key" TEXT,
    "complete" BOOLEAN NOT NULL,
    "remote_address" TEXT,
    "query" TEXT NOT NULL,
    "content_type" TEXT,
    "content_encoding" TEXT,
    "headers" JSONB NOT NULL,
    "payload" JSONB,
    "warnings" JSONB NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "body_id" UUID NOT NULL,
    "part" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_body" (
    "id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "event_body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_copy" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "remote_address" TEXT,
    "bytes" BYTEA,

    CONSTRAINT "event_copy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_key" (
    "connection_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "event_id" UUID NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_key_pkey" PRIMARY KEY ("connection_id","type","hash")
);

-- CreateTable
CREATE TABLE "event_state" (
    "event_id" UUID NOT NULL,
    "shard" SMALLINT NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'received',
    "received_count" INTEGER NOT NULL DEFAULT 1,
    "last_received_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "xact" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "event_state_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "event_effect" (
    "event_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "main" BOOLEAN NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "changed" TEXT[],
    "stale" TEXT[],

    CONSTRAINT "event_effect_pkey" PRIMARY KEY ("event_id","record_id")
);

-- CreateTable
CREATE TABLE "refusal" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "connection_id" UUID,
    "endpoint_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "status" SMALLINT NOT NULL,
    "authenticated" BOOLEAN NOT NULL,
    "event_name" TEXT,
    "remote_address" TEXT,
    "query" TEXT NOT NULL,
    "content_type" TEXT,
    "content_encoding" TEXT,
    "headers" JSONB NOT NULL,
    "bytes" BYTEA NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "truncated" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,
    "event_id" UUID,

    CONSTRAINT "refusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "marks" JSONB NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "event_id" UUID,
    "origin" TEXT NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "clock" TIMESTAMPTZ(3),
    "hash" TEXT NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "record_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "observation_id" UUID NOT NULL,
    "event_id" UUID,

    CONSTRAINT "change_pkey" PRIMARY KEY ("record_id","field","ordinal")
);

-- CreateTable
CREATE TABLE "shard" (
    "id" SMALLINT NOT NULL,

    CONSTRAINT "shard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flow" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "flow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flow_version" (
    "id" UUID NOT NULL,
    "flow_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "event_types" TEXT[],
    "condition" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "flow_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "step" (
    "id" UUID NOT NULL,
    "flow_version_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "destination_id" UUID NOT NULL,
    "mapping" JSONB NOT NULL,
    "ordering" TEXT NOT NULL DEFAULT 'every',

    CONSTRAINT "step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "destination" (
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "headers" JSONB NOT NULL,
    "auth" TEXT NOT NULL,
    "username" TEXT,
    "secret" BYTEA,
    "repeat_safe" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "destination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "flow_id" UUID NOT NULL,
    "step_id" UUID NOT NULL,
    "destination_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "order_key" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "due_at" TIMESTAMPTZ(3),
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "schedule_step" SMALLINT NOT NULL DEFAULT 0,
    "idempotency_key" UUID NOT NULL,
    "worker_id" UUID,
    "error" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "request" JSONB NOT NULL,
    "request_body" TEXT NOT NULL,
    "response_status" SMALLINT,
    "response_headers" JSONB,
    "response_body" TEXT,
    "error" JSONB,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT,
    "address" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "connection_source_environment_name_key" ON "connection"("source", "environment", "name");

-- CreateIndex
CREATE UNIQUE INDEX "endpoint_username_key" ON "endpoint"("username");

-- CreateIndex
CREATE INDEX "endpoint_connection_id_idx" ON "endpoint"("connection_id");

-- CreateIndex
CREATE INDEX "endpoint_credential_endpoint_id_idx" ON "endpoint_credential"("endpoint_id");

-- CreateIndex
CREATE INDEX "event_connection_id_record_key_received_at_idx" ON "event"("connection_id", "record_key", "received_at");

-- CreateIndex
CREATE INDEX "event_type_id_idx" ON "event"("type", "id" DESC);

-- CreateIndex
CREATE INDEX "event_connection_id_id_idx" ON "event"("connection_id", "id" DESC);

-- CreateIndex
CREATE INDEX "record_external_id_idx" ON "record"("external_id");

-- CreateIndex
CREATE INDEX "delivery_flow_id_id_idx" ON "delivery"("flow_id", "id" DESC);

-- CreateIndex
CREATE INDEX "event_copy_event_id_idx" ON "event_copy"("event_id");

-- CreateIndex
CREATE INDEX "event_state_outcome_event_id_idx" ON "event_state"("outcome", "event_id" DESC);

-- CreateIndex
CREATE INDEX "event_state_xact_idx" ON "event_state"("xact");

-- CreateIndex
CREATE INDEX "event_effect_record_id_event_id_idx" ON "event_effect"("record_id", "event_id" DESC);

-- CreateIndex
CREATE INDEX "refusal_state_id_idx" ON "refusal"("state", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "record_connection_id_kind_external_id_key" ON "record"("connection_id", "kind", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "observation_record_id_event_id_key" ON "observation"("record_id", "event_id");

-- CreateIndex
CREATE INDEX "change_event_id_idx" ON "change"("event_id");

-- CreateIndex
CREATE INDEX "flow_connection_id_idx" ON "flow"("connection_id");

-- CreateIndex
CREATE UNIQUE INDEX "flow_version_flow_id_number_key" ON "flow_version"("flow_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "step_flow_version_id_position_key" ON "step"("flow_version_id", "position");

-- CreateIndex
CREATE INDEX "delivery_order_key_event_id_idx" ON "delivery"("order_key", "event_id");

-- CreateIndex
CREATE INDEX "delivery_state_id_idx" ON "delivery"("state", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "delivery_event_id_step_id_key" ON "delivery"("event_id", "step_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_delivery_id_number_key" ON "attempt"("delivery_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_subject_id_idx" ON "audit_entry"("subject_kind", "subject_id");

-- AddForeignKey
ALTER TABLE "endpoint" ADD CONSTRAINT "endpoint_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endpoint_credential" ADD CONSTRAINT "endpoint_credential_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flow" ADD CONSTRAINT "flow_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flow_version" ADD CONSTRAINT "flow_version_flow_id_fkey" FOREIGN KEY ("flow_id") REFERENCES "flow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step" ADD CONSTRAINT "step_flow_version_id_fkey" FOREIGN KEY ("flow_version_id") REFERENCES "flow_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "step" ADD CONSTRAINT "step_destination_id_fkey" FOREIGN KEY ("destination_id") REFERENCES "destination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "destination" ADD CONSTRAINT "destination_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "connection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's schema cannot say --------------------------------------------------------------

-- Events still to be applied, by shard and order of arrival. Empty when the worker keeps up.
CREATE INDEX "event_state_waiting" ON "event_state" ("shard", "event_id") WHERE "applied_at" IS NULL;

-- Deliveries that may become due, and those in doubt about a worker. Settled ones leave these indexes.
CREATE INDEX "delivery_due" ON "delivery" ("due_at") WHERE "state" IN ('waiting', 'retrying');
CREATE INDEX "delivery_open" ON "delivery" ("order_key", "event_id")
  WHERE "state" IN ('waiting', 'sending', 'retrying', 'failed', 'unknown');
CREATE INDEX "delivery_sending" ON "delivery" ("worker_id") WHERE "state" = 'sending';
CREATE INDEX "delivery_sending_key" ON "delivery" ("order_key") WHERE "state" = 'sending';

-- What strangers have left to be decided: counted against a limit.
CREATE INDEX "refusal_of_strangers" ON "refusal" ("id") WHERE NOT "authenticated" AND "state" = 'open';

-- The audit log can only grow.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only';
END
$$;
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- Events are facts: only their state, in tables of its own, changes.
CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are insert-only';
END
$$;
CREATE TRIGGER "event_insert_only" BEFORE UPDATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();

-- One row a shard. The number is fixed: an event keeps the shard it was given.
INSERT INTO "shard" ("id") SELECT generate_series(0, 15);
