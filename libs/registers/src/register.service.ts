import { randomUUID } from 'node:crypto';
import { AccessService } from '@hsl/access/access.service';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { ProblemCode } from '@hsl/contracts/problem-codes';
import type { Role } from '@hsl/contracts/roles';
import { VersionConflict } from '@hsl/database/decision';
import { bodyHashOf } from '@hsl/database/idempotent-request';
import { recordDecision, recordRequest } from '@hsl/database/record-decision';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { InvalidInputError } from '@hsl/platform/invalid-input.error';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { birthFacts, factsOf, readingFacts, targetOf, targetOfAssigned, targetOfNew } from './entry-scope.js';
import { abilityOf, type Body, type Mark, type Named, type Register, type RegisterStep } from './register.js';
import { born, collected, collectorOf, ownerOf, stepped, type Decided, type Happening } from './register-decisions.js';
import { entryView, type EntryView, type RegisterEntry } from './register-entry.js';
import { RegisterNames } from './register-names.js';
import { RegisterRepository } from './register.repository.js';
import { REGISTERS_OF, type RegistersOf } from './registers-of.js';

/** Who asks, and how often it may take effect. */
export interface Asked {
  actor: Actor;
  /** Idempotency-Key: the same key with the same body is answered the same again. */
  key?: string;
  /** Version in If-Match: what the caller has seen. */
  seen?: number;
}

const UNKNOWN: Readonly<Record<Named, ProblemCode>> = {
  community: 'unknownCommunity',
  member: 'unknownMember',
  department: 'unknownDepartment',
  category: 'unknownCategory',
  topic: 'unknownTopic',
};
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/** Writes and reads entries of registers; every deed is one statement, with its trail and its event. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly entries: RegisterRepository,
    private readonly access: AccessService,
    private readonly names: RegisterNames,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
    @Inject(REGISTERS_OF) private readonly kept: RegistersOf,
  ) {}

  /** @throws ProblemError of the abilities, unknown names by field, idempotencyKeyReused */
  async record(asked: Asked, register: Register, body: Body): Promise<EntryView> {
    const { actor } = asked;
    const { subdistrictId } = actor;
    const owner = ownerOf(actor, body);
    const before = { subdistrictId, ...owner, createdBy: actor.userId };
    const target = targetOfNew(before);
    const ability = abilityOf(register, register.birth);
    const { role } = this.access.authorize(actor, ability, target, birthFacts(actor, body));
    await this.checkNames(subdistrictId, register, body);
    const entry = { id: randomUUID(), subdistrictId, body };
    return this.store(asked, 201, body, born(this.happening(actor, register, role), owner, entry));
  }

  /**
   * @throws ProblemError notFound; of the abilities; wrongState with the state it is in; preconditionFailed if it is no
   *   longer as the caller has seen it
   */
  async take(asked: Asked, register: Register, step: RegisterStep, id: string, body: Body): Promise<EntryView> {
    for (let attempt = 1; ; attempt += 1) {
      const decided = await this.decide(asked, register, step, id, body);
      try {
        return await this.store(asked, 200, { ...body, id, step: step.name }, decided);
      } catch (error) {
        if (!(error instanceof VersionConflict)) throw error;
        // Answers of many do not contradict each other: whoever was overtaken answers to what it is now.
        if (step.collects && asked.seen === undefined && attempt < MOST_ATTEMPTS) continue;
        throw await this.overtaken(decided, asked);
      }
    }
  }

  private async decide(
    { actor, seen }: Asked,
    register: Register,
    step: RegisterStep,
    id: string,
    body: Body,
  ): Promise<Decided> {
    const entry = await this.existing(actor, register, id);
    const facts = { ...factsOf(actor, entry, body), oncePerPerson: !hasAnswered(step, entry, actor, body) };
    const { role } = this.access.authorize(
      actor,
      abilityOf(register, step),
      targetOfAssigned(entry, register.assigned),
      facts,
    );
    if (seen !== undefined && seen !== entry.version) throw new ProblemError('preconditionFailed');
    if (!step.from.includes(entry.state)) throw new ProblemError('wrongState', { state: entry.state });
    checkAmong(step, entry, body);
    await this.checkNames(entry.subdistrictId, register, body);
    return stepped(this.happening(actor, register, role), step, entry, body);
  }

  /** @throws ProblemError notFound also for what the caller may not see */
  async get(actor: Actor, register: Register, id: string): Promise<EntryView> {
    const entry = await this.existing(actor, register, id);
    const mayRead = register.reading.some((ability) => this.isGranted(actor, ability, entry));
    if (!mayRead) throw new ProblemError('notFound');
    return entryView(entry);
  }

  private isGranted(actor: Actor, ability: string, entry: RegisterEntry): boolean {
    const isShown = (view: string): boolean => !(view in SHOWN_IF) || entry.marks.includes(SHOWN_IF[view]!);
    try {
      const { views } = this.access.authorize(actor, ability, targetOf(entry), readingFacts(entry));
      return views.every(isShown);
    } catch (error) {
      if (error instanceof ProblemError) return false;
      throw error;
    }
  }

  private async existing(actor: Actor, register: Register, id: string): Promise<RegisterEntry> {
    const entry = isId(id) ? await this.entries.find(actor.subdistrictId, register.name, id) : undefined;
    if (!entry) throw new ProblemError('notFound');
    return entry;
  }

  private async checkNames(subdistrictId: string, { refs }: Register, body: Body): Promise<void> {
    for (const [field, named] of Object.entries(refs)) {
      const id = body[field];
      if (typeof id !== 'string' || (await this.names.isKnown(subdistrictId, named, id))) continue;
      const code = UNKNOWN[named];
      throw new ProblemError(code, { errors: [{ field, code, message: code }] });
    }
  }

  private async store({ actor, key }: Asked, status: number, body: object, decided: Decided): Promise<EntryView> {
    const { decision, entry } = decided;
    const pool = this.database.pool(decision.subdistrictId);
    const answer = entryView(entry);
    if (key === undefined) {
      await recordDecision(pool, decision);
      this.relay.kick();
      return answer;
    }
    const request = { requesterId: actor.userId, key, bodyHash: bodyHashOf(body), status, body: answer };
    const stored = await recordRequest(pool, decision, request);
    this.relay.kick();
    return stored.body as EntryView;
  }

  /** Somebody else was faster: the caller hears what it has become. */
  private async overtaken({ entry }: Decided, { seen }: Asked): Promise<ProblemError> {
    if (seen !== undefined) return new ProblemError('preconditionFailed');
    const now = await this.entries.find(entry.subdistrictId, entry.register, entry.id);
    return new ProblemError('wrongState', { state: now?.state });
  }

  private happening(actor: Actor, register: Register, role: Role): Happening {
    return { service: this.kept.service, register, by: actorRefOf(actor, role), at: this.clock.now() };
  }
}

/** How often an answer is given again to an entry that others answer to at the same time. */
const MOST_ATTEMPTS = 10;
/** @throws InvalidInputError for something the entry does not list */
function checkAmong({ among }: RegisterStep, { facts }: RegisterEntry, body: Body): void {
  const listed = among && facts[among.fact];
  if (!among || (Array.isArray(listed) && listed.includes(body[among.field]))) return;
  throw new InvalidInputError([{ code: 'notAmong', path: [among.field] }]);
}

/** Views that hide an entry until it has been marked. */
const SHOWN_IF: Readonly<Record<string, Mark>> = { publishedOnly: 'published', released: 'released' };

const hasAnswered = ({ collects }: RegisterStep, entry: RegisterEntry, { userId }: Actor, body: Body): boolean =>
  collects !== undefined && collectorOf(collects, userId, body) in collected(entry, collects);
