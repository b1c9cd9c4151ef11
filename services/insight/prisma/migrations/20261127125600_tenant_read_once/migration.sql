-- The tenant is read once per statement and no longer once per row: the board counts tens of thousands of rows.
ALTER POLICY "tenant_isolation" ON "matter"
    USING ((SELECT current_setting('hsl.subdistrict', true)) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
ALTER POLICY "tenant_isolation" ON "waiting"
    USING ((SELECT current_setting('hsl.subdistrict', true)) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
ALTER POLICY "tenant_isolation" ON "rung"
    USING ((SELECT current_setting('hsl.subdistrict', true)) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
ALTER POLICY "tenant_isolation" ON "fact"
    USING ((SELECT current_setting('hsl.subdistrict', true)) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
ALTER POLICY "tenant_isolation" ON "fact_day"
    USING ((SELECT current_setting('hsl.subdistrict', true)) IN ('*', "subdistrict_id"))
    WITH CHECK (current_setting('hsl.subdistrict', true) IN ('*', "subdistrict_id"));
