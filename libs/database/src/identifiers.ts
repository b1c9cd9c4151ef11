/** What a tenant may be called. It goes into a connection option, so nothing else may pass. */
const TENANT_ID = /^[a-z][a-z0-9-]{1,31}$/;
/** What a table or column of ours is called: snake_case, within PostgreSQL's 63 bytes. */
const IDENTIFIER = /^[a-z][a-z0-9_]{0,62}$/;

export const isTenantId = (text: string): boolean => TENANT_ID.test(text);

/** @throws RangeError for a text that is no tenant id */
export function assertTenantId(text: string): void {
  if (!isTenantId(text)) throw new RangeError(`not a tenant id: ${JSON.stringify(text).slice(0, 60)}`);
}

/**
 * Names of tables and columns cannot be parameters, so nothing but plain snake_case gets into SQL text.
 * @throws RangeError for anything else
 */
export function assertIdentifier(text: string): void {
  if (!IDENTIFIER.test(text)) throw new RangeError(`not a table or column name: ${JSON.stringify(text).slice(0, 80)}`);
}
