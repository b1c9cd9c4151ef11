import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { EventDataByType } from '@hsl/contracts/events/event-types';
import type { Instant } from '@hsl/contracts/instants';
import type { Role } from '@hsl/contracts/roles';
import type { ProposeRuleSet } from '@hsl/contracts/schemas/rules';
import { announce } from '@hsl/database/announce';
import type { AnyOutgoingEvent } from '@hsl/database/decision';
import { envelopeOf } from '@hsl/database/event-envelope';
import { recordDecision } from '@hsl/database/record-decision';
import { asJson } from '@hsl/database/sql-values';
import type { RuleSetContent } from '@hsl/domain/rule-set';
import { changesOf } from '@hsl/domain/rule-set-changes';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { publishRules } from './publish-rules.js';
import { newestVersion, proposalState } from './rule-set-locks.js';
import type { ProposalRow } from './rule-set.repository.js';
import { TermsService } from './terms.service.js';

interface Proposing {
  id: string;
  actor: Actor;
  role: Role;
  body: ProposeRuleSet;
  newest: { version: number; content: RuleSetContent };
  at: Instant;
}

interface Deciding {
  actor: Actor;
  role: Role;
  row: ProposalRow;
}

type RuleEventType = 'ruleSet.proposed.v1' | 'ruleSet.changed.v1' | 'ruleSet.rejected.v1';

/** Writes proposals and versions, each with its line of the trail and its event; decisions come one after the other. */
@Injectable()
export class RuleSetRecorder {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly terms: TermsService,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError unchanged */
  async propose({ id, actor, role, body, newest, at }: Proposing): Promise<void> {
    const { subdistrictId, userId: proposedBy } = actor;
    const { version: basedOn } = newest;
    const changes = changesOf(newest.content, body.content);
    if (changes.length === 0) throw new ProblemError('unchanged');
    await this.database.transaction(subdistrictId, async (client) => {
      const patch = { state: 'PROPOSED', content: asJson(body.content), reason: body.reason, based_on: basedOn };
      const { repeated } = await recordDecision(client, {
        ...{ table: 'rule_set_proposal', id, subdistrictId, insert: true, decisionId: `${id}#1`, at },
        patch: { ...patch, proposed_by: proposedBy, proposed_at: new Date(at) },
        ...{ timeline: [{ ...lineOf(actor, role, 'ruleSetProposed'), details: { basedOn, changes } }] },
        ...{ events: [], source: 'whistles' },
      });
      if (!repeated)
        await tell(client, subdistrictId, at, 'ruleSet.proposed.v1', { proposalId: id, proposedBy, basedOn });
    });
    this.relay.kick();
  }

  /** @throws ProblemError alreadyAnswered, proposalOutdated; validationFailed if its instant has come meanwhile */
  async approve({ actor, role, row, effectiveFrom }: Deciding & { effectiveFrom: Instant }): Promise<void> {
    const { subdistrictId, userId: approvedBy } = actor;
    await this.database.transaction(subdistrictId, async (client) => {
      const newest = await newestVersion(client, subdistrictId);
      await demandUndecided(client, row.id);
      if (row.basedOn !== newest.version) throw new ProblemError('proposalOutdated', { state: row.state });
      const at = this.clock.now();
      if (effectiveFrom <= at) throw new ProblemError('validationFailed', { rule: 'effectiveLater' });
      const version = newest.version + 1;
      const changes = changesOf(newest.content, row.content);
      const details = { version, effectiveFrom, changes };
      const patch = { state: 'APPROVED', rule_set_version: version, effective_from: new Date(effectiveFrom) };
      await this.decide(client, { actor, role, row }, at, patch, { kind: 'ruleSetApproved', details });
      await client.query(
        `INSERT INTO rule_set (subdistrict_id, version, effective_from, content, approved_by, proposal_id)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [subdistrictId, version, new Date(effectiveFrom), JSON.stringify(row.content), approvedBy, row.id],
      );
      await publishRules(client, subdistrictId, at);
      await tell(client, subdistrictId, at, 'ruleSet.changed.v1', {
        ...{ proposalId: row.id, ruleSetVersion: version, effectiveFrom, changed: changes.map(({ path }) => path) },
        ...{ proposedBy: row.proposedBy, approvedBy },
      });
    });
    this.terms.forget(subdistrictId);
    this.relay.kick();
  }

  /** @throws ProblemError alreadyAnswered */
  async reject({ actor, role, row, reason }: Deciding & { reason: string }): Promise<void> {
    const { subdistrictId, userId: rejectedBy } = actor;
    await this.database.transaction(subdistrictId, async (client) => {
      await demandUndecided(client, row.id);
      const at = this.clock.now();
      const patch = { state: 'REJECTED', decision_reason: reason };
      await this.decide(client, { actor, role, row }, at, patch, { kind: 'ruleSetRejected', details: { reason } });
      const data = { proposalId: row.id, proposedBy: row.proposedBy, rejectedBy };
      await tell(client, subdistrictId, at, 'ruleSet.rejected.v1', data);
    });
    this.relay.kick();
  }

  private async decide(
    ...[client, { actor, role, row }, at, patch, { kind, details }]: [
      pg.PoolClient,
      Deciding,
      Instant,
      Record<string, string | number | Date>,
      { kind: string; details: Record<string, unknown> },
    ]
  ): Promise<void> {
    await recordDecision(client, {
      ...{ table: 'rule_set_proposal', id: row.id, subdistrictId: row.subdistrictId, expectedVersion: 1, at },
      ...{ decisionId: `${row.id}#2`, events: [], source: 'whistles' },
      patch: { ...patch, decided_by: actor.userId, decided_at: new Date(at) },
      timeline: [{ ...lineOf(actor, role, kind), details }],
    });
  }
}

const lineOf = (actor: Actor, role: Role, kind: string) => {
  const { userId: actorId, role: actorRole } = actorRefOf(actor, role);
  return { kind, actorId, actorRole };
};

/** Holds the proposal until the end of the transaction. */
async function demandUndecided(client: pg.PoolClient, id: string): Promise<void> {
  const state = await proposalState(client, id);
  if (state !== 'PROPOSED') throw new ProblemError('alreadyAnswered', { state });
}

/** The events of a subdistrict's rules rise with time; two in one millisecond keep the order of the outbox. */
async function tell<T extends RuleEventType>(
  ...[client, subdistrictId, at, type, data]: [pg.PoolClient, string, Instant, T, EventDataByType[T]]
): Promise<void> {
  const event = { type, subject: subdistrictId, data } as AnyOutgoingEvent;
  await announce(client, [envelopeOf(event, { source: 'whistles', subdistrictId, at, sequence: at })]);
}
