import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { Facts } from '@hsl/access/target';
import type { ActorRef, Role } from '@hsl/contracts/roles';
import type { WhistleState } from '@hsl/contracts/states';
import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { requestIdOf } from '@hsl/database/request-id';
import { behind, UpdateSender } from '@hsl/temporal/update-sender';
import type { Command, StepTaken } from '@hsl/workflows/whistle/whistle.messages';
import { Injectable } from '@nestjs/common';
import type { UpdateDefinition } from '@temporalio/common';
import { WhistleReader } from '../matter/whistle-reader.js';
import type { WhistleRow } from '../matter/whistle.repository.js';
import { WhistleStarter } from '../starter/whistle-starter.js';
import { StepContents, type StepContentKind } from './step-content.js';

/** Somebody's step on a whistle, as it was sent. */
export interface Step {
  actor: Actor;
  /** Of the whistle, or its number. */
  id: string;
  /** Header Idempotency-Key. */
  key: string | undefined;
}

/** A step that is this person's to take, as far as rights go; the moment is the workflow's to judge. */
export interface AllowedStep {
  row: WhistleRow;
  by: ActorRef;
  role: Role;
  requestId: string;
}

export interface StepAnswer extends StepTaken {
  id: string;
  number: string;
}

/** What a repeat is told whose step was taken and moved the matter on. */
export const asItIs = ({ id, number, state, version }: WhistleRow): StepAnswer => ({
  ...{ id, number, state: state as WhistleState, version },
});

/** A step as a table has it: the right it needs, the update it becomes, what its words are kept as. */
export interface StepSpec<Body extends object, C extends Command> {
  ability: string | ((row: WhistleRow, body: Body) => string);
  update: UpdateDefinition<StepTaken, [C]>;
  /** Kind of the draft; absent where nothing is written. */
  words?: StepContentKind;
  /** Duties of the request that its schema has seen to, by their names in the table of rights. */
  duties?: (body: Body, row: WhistleRow) => Facts;
  /** The command's own fields. */
  command: (body: Body, row: WhistleRow, requestId: string) => Omit<C, keyof Command>;
}

/** People's actions on a whistle: who may, then their words, then the workflow's decision. */
@Injectable()
export class StepTaker {
  constructor(
    private readonly reader: WhistleReader,
    private readonly contents: StepContents,
    private readonly starter: WhistleStarter,
    private readonly updates: UpdateSender,
  ) {}

  /** @throws ProblemError notFound, 403, 422 as the table of rights says; 409 with the state; temporalUnavailable */
  async take<Body extends object, C extends Command>(
    step: Step,
    body: Body,
    spec: StepSpec<Body, C>,
  ): Promise<StepAnswer> {
    const allowed = await this.may(step, spec.ability, body, spec.duties);
    const { row, by, requestId } = allowed;
    const contentId = spec.words ? await this.keep(allowed, spec.words, body) : undefined;
    const command = { by, contentId, ...spec.command(body, row, requestId) } as unknown as C;
    return this.send(allowed, spec.update, command);
  }

  /** @param name of the step, where its right depends on where the matter is: a repeat must be known as one */
  async may<Body extends object>(
    { actor, id, key }: Step,
    ability: string | ((row: WhistleRow, body: Body) => string),
    body: Body,
    duties?: (body: Body, row: WhistleRow) => Facts,
    name?: string,
  ): Promise<AllowedStep> {
    const actionOf = typeof ability === 'string' ? () => ability : (row: WhistleRow) => ability(row, body);
    const { row, grant, action } = await this.reader.reach(actor, id, actionOf, (found) => duties?.(body, found) ?? {});
    const requestId = requestIdOf(actor, name ?? action, row.id, body, key);
    return { row, role: grant.role, by: actorRefOf(actor, grant.role), requestId };
  }

  /** @returns the draft's id: a repeated request has the same draft */
  keep({ row, by, requestId }: AllowedStep, kind: StepContentKind, body: object): Promise<string> {
    const { subdistrictId, id: whistleId } = row;
    return this.contents.keep({ subdistrictId, whistleId, kind, body, createdBy: by.userId, requestId });
  }

  /** The workflow decides; a step that it refuses takes its words back. */
  async send<C extends Command>(
    { row, requestId }: AllowedStep,
    update: UpdateDefinition<StepTaken, [C]>,
    command: C,
  ): Promise<StepAnswer> {
    if (!row.workflowStartedAt || row.reopenedAt) await this.starter.ensureStarted(row.id);
    const { subdistrictId, id, number } = row;
    const { contentId } = command;
    const options = { updateId: requestId, state: () => this.reader.stateOf(row), isBehind: behind(row) };
    const taken = await this.contents.during({ subdistrictId, contentId }, () =>
      this.updates.execute(whistleWorkflowId(id), update, command, options),
    );
    return { id, number, ...taken };
  }
}
