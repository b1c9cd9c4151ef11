-- CreateTable
CREATE TABLE "topic_comment" (
    "id" UUID NOT NULL,
    "subdistrict_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "last_decision_id" TEXT NOT NULL,
    "topic_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" TEXT,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "topic_comment_topic_id_state_at_id_idx" ON "topic_comment"("topic_id", "state", "at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "topic_comment" ADD CONSTRAINT "topic_comment_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- RowLevelSecurity
ALTER TABLE "topic_comment" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "topic_comment" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "topic_comment"
    USING (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
