import type { ProblemCode } from '@hsl/contracts/problem-codes';

/** The rules do not allow this step now. `state` is the state the matter is in. */
export class Refused extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly state: string,
  ) {
    super(`${code} in state ${state}`);
    this.name = 'Refused';
  }
}
