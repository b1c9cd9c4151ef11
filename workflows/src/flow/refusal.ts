import type { ProblemCode } from '@hsl/contracts/problem-codes';
import { Refused } from '@hsl/domain/refused';
import { ApplicationFailure } from '@temporalio/workflow';

/**
 * What a caller of an update reads when the rules refuse the step: the code, the state the matter is in, and the version
 * it was judged by, from which the owner sees whether its row was ahead (decision 0008).
 */
export function refusal(code: ProblemCode, state: string, version?: number): ApplicationFailure {
  return ApplicationFailure.create({ type: code, message: code, nonRetryable: true, details: [{ state, version }] });
}

/** Turns a refusal of the pure rules into the failure an update answers with; anything else goes on as it is. */
export function refusing<T>(decide: () => T, version?: number): T {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refused) throw refusal(error.code, error.state, version);
    throw error;
  }
}
