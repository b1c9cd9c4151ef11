import { PROBLEMS, type FieldError, type ProblemCode, type TimeOffer } from '@hsl/contracts/problem-codes';

/** What a refusal may say besides its code. */
export interface ProblemExtra {
  /** The state the object is in, with 409. */
  state?: string;
  /** Name of the condition that refused, with 403. */
  rule?: string;
  errors?: FieldError[];
  /** Times at which it would go. */
  alternatives?: TimeOffer[];
  /** Name of who has it at the moment. */
  heldBy?: string;
  /** Becomes the header Retry-After, in seconds. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** An expected refusal. The problem-details filter turns it into RFC 9457; anything else thrown becomes a 500. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly state?: string;
  readonly rule?: string;
  readonly errors?: FieldError[];
  readonly alternatives?: TimeOffer[];
  readonly heldBy?: string;
  readonly retryAfterSeconds?: number;

  constructor(code: ProblemCode, extra: ProblemExtra = {}) {
    super(PROBLEMS[code].en, extra.cause === undefined ? undefined : { cause: extra.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.status = PROBLEMS[code].status;
    this.state = extra.state;
    this.rule = extra.rule;
    this.errors = extra.errors;
    this.alternatives = extra.alternatives;
    this.heldBy = extra.heldBy;
    this.retryAfterSeconds = extra.retryAfterSeconds;
  }
}
