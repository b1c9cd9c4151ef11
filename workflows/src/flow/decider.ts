import type { Instant } from '@hsl/contracts/instants';
import { SYSTEM_ACTOR, type ActorRef } from '@hsl/contracts/roles';
import type { UpdateDefinition } from '@temporalio/common';
import { condition, patched, setHandler, uuid4 } from '@temporalio/workflow';
import { refusing } from './refusal.js';

/** A pure rule: from where the matter is now to a decision, or to nothing to decide. May throw Refused. */
export type Rule<Status, Decided> = (now: Status, at: Instant) => Decided | undefined;

/** For a process whose handlers were set before its first decision took its turn. */
export interface Beginning<Status> {
  hasBegun: (now: Status) => boolean;
  /** The name under which histories that did not wait are told from those that do. */
  patch: string;
}

const noId = (): string => '';

/** A process that asks members counts its decisions outside its status: what it refuses names no version. */
const versionOf = (now: unknown): number | undefined => (now as { version?: number }).version;

/**
 * The status of a process and the only way to change it: the rule decides, the owner records, and only then the process
 * is where the rule led. One decision at a time: updates and the main flow may interleave at every await, so legality
 * is checked inside the turn, not only by the validator.
 */
export class Decider<Status, Decided> {
  private taken = false;
  private follow: (now: Status) => void = () => undefined;

  constructor(
    public now: Status,
    private readonly record: (decided: Decided, at: Instant, by: ActorRef) => Promise<Status>,
  ) {}

  /** What follows from every new status: called once per decision, when the owner has recorded it. */
  onChange(follow: (now: Status) => void): void {
    this.follow = follow;
  }

  async decide(rule: Rule<Status, Decided>, by: ActorRef = SYSTEM_ACTOR): Promise<Status> {
    if (this.taken) await condition(() => !this.taken);
    this.taken = true;
    try {
      const at = Date.now();
      const decided = refusing(() => rule(this.now, at), versionOf(this.now));
      if (!decided) return this.now;
      this.now = await this.record(decided, at, by);
      this.follow(this.now);
      return this.now;
    } finally {
      this.taken = false;
    }
  }

  /**
   * A person's action: refused at once by the validator, or decided, recorded and answered. While a decision is being
   * recorded the validator refuses nothing: the owner's row may be ahead of what this workflow knows, by long if a
   * worker died in between, and whoever acts on the row is right.
   * @param begin from when on the process may be acted upon at all; whoever comes earlier waits
   */
  onUpdate<Command extends { by: ActorRef }, Answer>(
    update: UpdateDefinition<Answer, [Command]>,
    rule: (now: Status, command: Command, at: Instant, newId: () => string) => Decided,
    answer: (now: Status, command: Command) => Answer,
    begin?: Beginning<Status>,
  ): void {
    setHandler(
      update,
      async (command: Command) => {
        if (begin && !begin.hasBegun(this.now) && patched(begin.patch)) await condition(() => begin.hasBegun(this.now));
        return answer(await this.decide((now, at) => rule(now, command, at, uuid4), command.by), command);
      },
      {
        // A validator does not run in a replay: it must not draw from the workflow's random numbers.
        validator: (command: Command) => {
          if (this.taken || begin?.hasBegun(this.now) === false) return;
          refusing(() => rule(this.now, command, Date.now(), noId), versionOf(this.now));
        },
      },
    );
  }
}
