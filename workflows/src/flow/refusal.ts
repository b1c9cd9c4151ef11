import type { ProblemCode } from '@hsl/contracts/problem-codes';
import { Refused } from '@hsl/domain/refused';
import { ApplicationFailure } from '@temporalio/workflow';

/** What a caller of an update reads when the rules refuse the step: the code, and the state the matter is in. */
export function refusal(code: ProblemCode, state: string): ApplicationFailure {
  return ApplicationFailure.create({ type: code, message: code, nonRetryable: true, details: [{ state }] });
}

/** Turns a refusal of the pure rules into the failure an update answers with; anything else goes on as it is. */
export function refusing<T>(decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refused) throw refusal(error.code, error.state);
    throw error;
  }
}
