import type { AdviseDispatch } from '@hsl/contracts/schemas/whistle-steps';
import type { StepContent } from '../generated/prisma/client.js';

/** Kind of the content that an advice is kept as. */
export const DISPATCH_ADVICE = 'dispatchAdvice';

/** What is kept of an advice. */
export type KeptAdvice = AdviseDispatch & { memberId: string };

/** The latest word of each member, newest first. @param contents oldest first */
export function dispatchAdviceOf(contents: readonly StepContent[]) {
  const advice = contents
    .filter(({ kind }) => kind === DISPATCH_ADVICE)
    .map(({ body, createdAt }) => ({ ...(body as unknown as KeptAdvice), advisedAt: createdAt.toISOString() }))
    .toReversed();
  return advice.filter(({ memberId }, index) => advice.findIndex((one) => one.memberId === memberId) === index);
}
