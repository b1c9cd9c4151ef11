import { assertIdentifier } from './identifiers.js';

/** The setting that every connection carries from connect time; `*` sees all tenants. */
export const TENANT_SETTING = 'hsl.subdistrict';

const IS_OWN_ROW = `current_setting('${TENANT_SETTING}', true) IN ('*', "subdistrict_id")`;

/**
 * Row-level security of one tenant table, as every migration that creates such a table contains it. FORCE, because the
 * services connect as the tables' owner. A connection without the setting sees and writes nothing.
 * @throws RangeError for a text that is no plain identifier
 */
export function rowLevelSecuritySql(table: string): string {
  assertIdentifier(table);
  return `-- RowLevelSecurity
ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "${table}"
    USING (${IS_OWN_ROW})
    WITH CHECK (${IS_OWN_ROW});
`;
}
