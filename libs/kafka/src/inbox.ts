import type pg from 'pg';
import type { CloudEvent } from '@hsl/contracts/event';
import type { TenantPools } from './tenant-pools.js';

/**
 * Lets an event take effect once: it is noted in the transaction that carries its effect, so a repeat (and there will be
 * repeats) finds the note.
 */
export class Inbox {
  /** @param consumer name of the service */
  constructor(
    private readonly pools: TenantPools,
    private readonly consumer: string,
  ) {}

  /**
   * Runs `apply` in a transaction of the event's tenant, unless the event has taken effect before. If `apply` rejects,
   * nothing has happened and the event may come again.
   * @param part names the effect, where one service has several handlers of the same type
   * @returns false for a repeat
   * @throws ProblemError databaseUnavailable; RangeError if the event's tenant is none
   */
  async once(event: CloudEvent, apply: (client: pg.PoolClient) => Promise<void>, part?: string): Promise<boolean> {
    return this.pools.transaction(event.subdistrictid, async (client) => {
      const { rowCount } = await client.query({
        name: 'inbox_once',
        text: `INSERT INTO inbox_event (consumer, event_id, subdistrict_id) VALUES ($1, $2, $3)
          ON CONFLICT DO NOTHING`,
        values: [this.consumerOf(part), event.id, event.subdistrictid],
      });
      if (rowCount === 0) return false;
      await apply(client);
      return true;
    });
  }

  /**
   * The same for many events at once: `apply` gets those that have not taken effect before, each once and in their order,
   * in one transaction of each tenant. If it rejects, nothing of that tenant has happened.
   * @throws ProblemError databaseUnavailable; RangeError if the tenant of an event is none
   */
  async onceEach<E extends CloudEvent>(
    events: readonly E[],
    apply: (client: pg.PoolClient, fresh: readonly E[]) => Promise<void>,
    part?: string,
  ): Promise<void> {
    const unique = new Map(events.toReversed().map((event) => [event.id, event]));
    const tenants = new Set(events.map(({ subdistrictid }) => subdistrictid));
    for (const tenant of tenants) {
      const asked = events.filter((event) => event.subdistrictid === tenant && unique.get(event.id) === event);
      await this.pools.transaction(tenant, async (client) => {
        const noted = await this.noteAll(client, tenant, asked, part);
        const fresh = asked.filter(({ id }) => noted.has(id));
        if (fresh.length > 0) await apply(client, fresh);
      });
    }
  }

  /**
   * The same for an effect of one statement: note and effect are one, so that the event costs one round trip instead of
   * four.
   * @param effect changes rows by reading from `noted`, which is empty for a repeat; its parameters begin at $4:
   *   `INSERT INTO … SELECT $4, $5 FROM noted`
   * @returns false for a repeat
   * @throws ProblemError databaseUnavailable; RangeError if the event's tenant is none, or the effect forgets `noted`
   */
  async onceBy(event: CloudEvent, effect: { text: string; values: unknown[] }, part?: string): Promise<boolean> {
    if (!/\bFROM noted\b/.test(effect.text)) throw new RangeError('the effect would repeat: read from "noted"');
    const text = `WITH noted AS (
        INSERT INTO inbox_event (consumer, event_id, subdistrict_id) VALUES ($1, $2, $3)
        ON CONFLICT DO NOTHING RETURNING event_id
      ), effect AS (${effect.text})
      SELECT event_id FROM noted`;
    const values = [this.consumerOf(part), event.id, event.subdistrictid, ...effect.values];
    return (await this.pools.query(event.subdistrictid, text, values)).length === 1;
  }

  /**
   * For effects that must not go back in time (a projection's row): true if this is the newest event of its aggregate so
   * far, which is then remembered. Call it inside `apply`.
   */
  async isNewest(client: pg.PoolClient, event: CloudEvent, part?: string): Promise<boolean> {
    const { rowCount } = await client.query({
      name: 'inbox_newest',
      text: `INSERT INTO inbox_sequence (consumer, source, subject, subdistrict_id, sequence) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (consumer, subdistrict_id, source, subject) DO UPDATE SET sequence = excluded.sequence
        WHERE inbox_sequence.sequence < excluded.sequence`,
      values: [this.consumerOf(part), event.source, event.subject, event.subdistrictid, event.sequence],
    });
    return rowCount === 1;
  }

  /**
   * Forgets events handled before `before`, at most 5,000 at once. Must be older than Kafka keeps messages.
   * @returns how many were forgotten
   */
  async forget(before: Date): Promise<number> {
    const { rowCount } = await this.pools.systemPool.query(
      `DELETE FROM inbox_event WHERE ctid IN
        (SELECT ctid FROM inbox_event WHERE handled_at < $1 ORDER BY handled_at LIMIT 5000)`,
      [before],
    );
    return rowCount ?? 0;
  }

  /** @returns ids that were not noted before */
  private async noteAll(
    client: pg.PoolClient,
    tenant: string,
    events: readonly CloudEvent[],
    part?: string,
  ): Promise<Set<string>> {
    const { rows } = await client.query<{ event_id: string }>({
      name: 'inbox_once_each',
      // One order for all, so that two transactions never wait for each other.
      text: `INSERT INTO inbox_event (consumer, event_id, subdistrict_id)
        SELECT $1, id, $2 FROM unnest($3::text[]) AS e (id) ORDER BY id
        ON CONFLICT DO NOTHING RETURNING event_id`,
      values: [this.consumerOf(part), tenant, events.map(({ id }) => id)],
    });
    return new Set(rows.map(({ event_id: id }) => id));
  }

  private consumerOf(part: string | undefined): string {
    return part === undefined ? this.consumer : `${this.consumer}/${part}`;
  }
}
