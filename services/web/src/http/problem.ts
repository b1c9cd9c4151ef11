import type { ProblemDetails } from '@hsl/contracts/problem-codes';

/** What pages use of a refusal (RFC 9457); its `detail` is in the reader's language. */
type Problem = Pick<ProblemDetails, 'detail' | 'state' | 'errors' | 'alternatives' | 'heldBy'> & {
  status: number;
  code: string;
  /** Milliseconds after which the same question may be asked again. */
  retryAfterMs?: number;
};

const TOO_MANY = 429;

/** An answer that is no success: words for the reader, and the code for pages that know what to do about it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly state?: string;
  /** Of a room that is taken: times nearby at which it is free. */
  readonly alternatives?: readonly { from: string; to: string }[];
  /** Of what a colleague has at the moment: the colleague's name. */
  readonly heldBy?: string;
  readonly retryAfterMs?: number;
  readonly errors: readonly { field: string; message: string }[];

  constructor({ status, code, detail, state, alternatives, heldBy, retryAfterMs, errors = [] }: Problem) {
    super(detail);
    this.status = status;
    this.code = code;
    this.state = state;
    this.alternatives = alternatives;
    this.heldBy = heldBy;
    this.retryAfterMs = retryAfterMs;
    this.errors = errors;
  }

  /**
   * The request was answered and nothing was done: what is sent next is another request. After a failure of the server,
   * or a limit of the rate, the same request may be sent again, and its key must be the same: it may have been taken.
   */
  get isRefusal(): boolean {
    return this.status < 500 && this.status !== TOO_MANY;
  }
}

/** No answer at all: the line is cut, or it took too long. */
export class NoAnswer extends Error {
  constructor(readonly why: 'offline' | 'timeout') {
    super(why);
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const isProblem = response.headers.get('content-type')?.includes('problem+json');
  const body = isProblem ? ((await response.json()) as Partial<Problem>) : {};
  const retryAfter = Number(response.headers.get('retry-after') ?? undefined);
  return new ApiProblem({
    ...body,
    status: response.status,
    code: body.code ?? 'unexpected',
    detail: body.detail ?? '',
    retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1_000 : undefined,
  });
}
