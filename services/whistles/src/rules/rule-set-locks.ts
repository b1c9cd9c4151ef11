import type { RuleSetContent } from '@hsl/domain/rule-set';
import { completeRuleSet } from '@hsl/domain/rule-set-completion';
import type pg from 'pg';

/**
 * The highest version of a subdistrict's rules, which stays the highest until the transaction ends: approvals come one
 * after the other.
 */
export async function newestVersion(
  client: pg.PoolClient,
  subdistrictId: string,
): Promise<{ version: number; content: RuleSetContent }> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('hsl.rule_set/' || $1, 0))`, [subdistrictId]);
  const { rows } = await client.query<{ version: number; content: unknown }>(
    'SELECT version, content FROM rule_set WHERE subdistrict_id = $1 ORDER BY version DESC LIMIT 1',
    [subdistrictId],
  );
  const [newest] = rows;
  if (!newest) throw new Error(`${subdistrictId} has no rules`);
  return { version: newest.version, content: completeRuleSet(newest.content) };
}

/** The state of a proposal, which nobody else changes until the transaction ends. */
export async function proposalState(client: pg.PoolClient, id: string): Promise<string | undefined> {
  const { rows } = await client.query<{ state: string }>(
    'SELECT state FROM rule_set_proposal WHERE id = $1 FOR UPDATE',
    [id],
  );
  return rows[0]?.state;
}
