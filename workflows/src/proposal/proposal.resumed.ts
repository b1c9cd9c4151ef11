import type { Deadline, Step } from '@hsl/contracts/steps';
import type { Limit } from '@hsl/domain/limit';
import type { ProposalLimits } from '@hsl/domain/rule-set';
import { FULL_LADDER, startWindow, type RunningClock } from '@hsl/domain/running-clock';
import type { ProposalInput, ProposalResumed } from './proposal.messages.js';
import { A_DAY, LIMIT_OF, type ProposalStatus } from './proposal.state.js';

/** Clocks that run beside the one of the step the state waits for. */
const BESIDE: readonly Step[] = ['proposalReturnRuling', 'proposalOpinion', 'proposalPromise'];

/** A proposal as its row and its history have it, with the clocks that people have been shown. */
export function goneOn(input: ProposalInput, resumed: ProposalResumed): ProposalStatus {
  const { deadlines, isRatingReminded: _shown, ...stood } = resumed;
  const clocks = deadlines.map((deadline) => clockOf(input, resumed, deadline));
  const of = (wanted: Step) => clocks.filter(({ step }) => step === wanted);
  return {
    ...{ ...stood, input, terms: input.terms, opinions: of('proposalOpinion') },
    clock: clocks.find(({ step }) => !BESIDE.includes(step)),
    ...{ ruling: of('proposalReturnRuling')[0], promise: of('proposalPromise')[0] },
  };
}

function clockOf({ terms }: ProposalInput, resumed: ProposalResumed, deadline: Deadline): RunningClock {
  const { step, holderId, startedAt, dueAt, provisional, daysOffBetween, rungs = [] } = deadline;
  const limit = limitOf(terms.limits, resumed, deadline);
  const shown = { step, holderId, startedAt, dueAt, provisional, daysOffBetween, limit };
  if (step === 'proposalRate') {
    const [reminder, expiry] = startWindow(step, limit, startedAt, terms).rungs;
    const window = [reminder!, { ...expiry!, at: dueAt }];
    return { ...shown, rungs: window, fired: resumed.isRatingReminded ? 1 : 0, lastRung: window.length };
  }
  return {
    ...{ ...shown, lastRung: FULL_LADDER, fired: rungs.filter(({ fired }) => fired).length },
    rungs: rungs.map(({ rung, kind, at }) => ({ rung, kind, at })),
    ...(step === 'proposalPromise' ? { isMoved: true } : {}),
  };
}

/** By which a deadline that was a guess is found again. The second reply is the one that no assignment began. */
function limitOf(limits: ProposalLimits, { assignedAt }: ProposalResumed, { step, startedAt }: Deadline): Limit {
  if (step === 'proposalPromise') return A_DAY;
  if (step === 'proposalRate') return limits.rate;
  if (step === 'reply' && startedAt !== assignedAt) return limits.secondReply;
  return limits[LIMIT_OF[step as keyof typeof LIMIT_OF]];
}
