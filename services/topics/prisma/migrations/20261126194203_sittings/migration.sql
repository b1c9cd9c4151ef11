-- AlterTable
ALTER TABLE "session" ADD COLUMN     "community_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "topic_id" UUID,
ALTER COLUMN "whistle_id" DROP NOT NULL,
ALTER COLUMN "number" DROP NOT NULL,
ALTER COLUMN "community_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "sitting" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "agenda" TEXT[],
    "online_link" TEXT,
    "booking_id" UUID,
    "open_to_all" BOOLEAN NOT NULL,
    "quorum" INTEGER,
    "reminded_at" TIMESTAMPTZ(3),
    "heads" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sitting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "sitting_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "person_key" TEXT NOT NULL,
    "member_id" TEXT,
    "user_id" TEXT,
    "department_id" TEXT,
    "community_id" TEXT,
    "resident_name" TEXT,
    "token_hash" TEXT,
    "is_voter" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "invited_by" TEXT,
    "responded_at" TIMESTAMPTZ(3),
    "signed_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opinion" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "sitting_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "is_dissent" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "motion" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "sitting_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "put_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "motion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vote" (
    "subdistrict_id" TEXT NOT NULL,
    "motion_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "choice" TEXT NOT NULL,
    "cast_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("motion_id","participant_id")
);

-- CreateTable
CREATE TABLE "minutes_signature" (
    "subdistrict_id" TEXT NOT NULL,
    "minutes_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_signature_pkey" PRIMARY KEY ("minutes_id","participant_id")
);

-- CreateTable
CREATE TABLE "sitting_score" (
    "subdistrict_id" TEXT NOT NULL,
    "sitting_id" UUID NOT NULL,
    "scorer" TEXT NOT NULL,
    "effect" INTEGER NOT NULL,
    "character" INTEGER NOT NULL,
    "response" INTEGER NOT NULL,
    "scored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sitting_score_pkey" PRIMARY KEY ("sitting_id","scorer")
);

-- CreateTable
CREATE TABLE "session_link" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "linked_by" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_publication" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "result" TEXT NOT NULL,
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant_template" (
    "subdistrict_id" TEXT NOT NULL,
    "fixed_seats" TEXT[],
    "min_stakeholders" INTEGER NOT NULL,

    CONSTRAINT "participant_template_pkey" PRIMARY KEY ("subdistrict_id")
);

-- CreateIndex
CREATE INDEX "sitting_subdistrict_id_starts_at_idx" ON "sitting"("subdistrict_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "sitting_session_id_round_key" ON "sitting"("session_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "participant_token_hash_key" ON "participant"("token_hash");

-- CreateIndex
CREATE INDEX "participant_subdistrict_id_person_key_idx" ON "participant"("subdistrict_id", "person_key");

-- CreateIndex
CREATE UNIQUE INDEX "participant_sitting_id_person_key_key" ON "participant"("sitting_id", "person_key");

-- CreateIndex
CREATE INDEX "opinion_sitting_id_at_id_idx" ON "opinion"("sitting_id", "at", "id");

-- CreateIndex
CREATE INDEX "motion_sitting_id_idx" ON "motion"("sitting_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_link_session_id_kind_target_id_key" ON "session_link"("session_id", "kind", "target_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_publication_session_id_key" ON "session_publication"("session_id");

-- CreateIndex
CREATE INDEX "session_topic_id_idx" ON "session"("topic_id");

-- AddForeignKey
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "sitting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_motion_id_fkey" FOREIGN KEY ("motion_id") REFERENCES "motion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_publication" ADD CONSTRAINT "session_publication_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "sitting" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sitting" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "sitting"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "participant" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "participant" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "participant"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "opinion" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "opinion" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "opinion"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "motion" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "motion" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "motion"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "vote" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "vote" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "vote"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "minutes_signature" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "minutes_signature" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "minutes_signature"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "sitting_score" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "sitting_score" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "sitting_score"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "session_link" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "session_link" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "session_link"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "session_publication" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "session_publication" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "session_publication"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- RowLevelSecurity
ALTER TABLE "participant_template" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "participant_template" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "participant_template"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));

-- Hand-written: a session on a matter concerns the one community it is in.
SET hsl.subdistrict = '*';
UPDATE "session" SET "community_ids" = ARRAY["community_id"] WHERE "community_id" IS NOT NULL;
RESET hsl.subdistrict;
