import type { Instant } from '@hsl/contracts/instants';
import { isUrgent } from '@hsl/contracts/grades';
import type { WaitingFor } from '@hsl/contracts/steps';
import { Refused } from '@hsl/domain/refused';
import { FULL_LADDER, NO_LADDER, startClock, startWindow, type RunningClock } from '@hsl/domain/running-clock';
import type { AcceptCommand, Command, DeclineCommand, RulingCommand } from '../whistle.messages.js';
import {
  acceptedBy,
  moved,
  noted,
  only,
  step,
  withoutAside,
  type Decided,
  type WhistleStatus,
} from '../whistle.state.js';
import { coordinating, newTasks } from './coordination.decisions.js';

const ofDeputyLeader = (name: WaitingFor['step']): WaitingFor => ({ step: name, kind: 'role', id: 'deputyLeader' });

/** It waits to be accepted, with a clock from now. */
const toBeAccepted = (status: WhistleStatus, at: Instant): Partial<WhistleStatus> => ({
  waitingFor: acceptedBy(status),
  clock: startClock('accept', status.terms.limits.accept, at, status.terms, { lastRung: FULL_LADDER }),
});

/** Domain 4.2 blow: the head's name under a yellow or red whistle, for an emergency afterwards. */
export function countersign(status: WhistleStatus, { contentId }: Command): Decided {
  only(status, 'BLOWN', 'NEEDS_INFO', 'ASSIGNING', 'CHECKED_IN', 'DELIBERATING', 'COORDINATING');
  if (status.isCountersigned || status.level === 'blue') throw new Refused('alreadyAnswered', status.state);
  const waitingFor = status.waitingFor.filter((one) => one.step !== 'countersign');
  const next = noted(status, { isCountersigned: true, waitingFor, asides: withoutAside(status, 'countersign') });
  return { next, fact: { type: 'countersigned', ...(contentId ? { contentId } : {}) } };
}

/** Domain 4.2: a liaison officer accepts; members are asked, or departments routed to, within the same decision. */
export function accept(status: WhistleStatus, command: AcceptCommand, at: Instant, newId: () => string): Decided {
  const { grade, level, terms, tier, track, candidateLeadId } = command;
  const state = step(status, 'accept');
  if (status.decline) throw new Refused('declineProposed', status.state);
  const mayCountersignLater = grade === 'G1';
  if (status.level !== 'blue' && !status.isCountersigned && !mayCountersignLater) {
    throw new Refused('countersignMissing', status.state);
  }
  const accepted = { ...status, state, grade, level, terms, track };
  const next = underWay(accepted, status, at, newId);
  return { next, fact: { type: 'accepted', auto: false, tier, track, candidateLeadId, ...routedTasks(next) } };
}

/** Domain 4.5, nobody accepts: the clock does, with the category's default grade; a whistle is never lost. */
export function autoAccept(status: WhistleStatus, at: Instant, newId: () => string): Decided {
  const accepted = { ...status, state: step(status, 'autoAccept') };
  const next = underWay(accepted, status, at, newId);
  return { next, fact: { type: 'accepted', auto: true, ...routedTasks(next) } };
}

const routedTasks = ({ state, tasks }: WhistleStatus) => (state === 'COORDINATING' ? { tasks } : {});

/** The clocks that run beside every accepted matter (domain 4.2 blow, 4.3 first contact). */
function asidesOf(accepted: WhistleStatus, before: WhistleStatus, at: Instant): RunningClock[] {
  const { terms } = accepted;
  const ladder = { lastRung: FULL_LADDER };
  const isOwed = before.level !== 'blue' && !before.isCountersigned;
  return [
    // A withdrawal that was proposed before still waits for its ruling.
    ...before.asides,
    ...(accepted.reporterCount > 0
      ? [startClock('firstContact', terms.limits.firstContact, at, terms, { ...ladder, holderId: 'communityWorker' })]
      : []),
    ...(isOwed
      ? [startClock('countersign', terms.steps.countersign, at, terms, { ...ladder, holderId: 'communityHead' })]
      : []),
  ];
}

function underWay(accepted: WhistleStatus, before: WhistleStatus, at: Instant, newId: () => string): WhistleStatus {
  const asides = asidesOf(accepted, before, at);
  return routedOrAssigning({ ...accepted, asides }, at, newId);
}

/** Domain 4.2: G1 and G2 go to the departments of the routing table at once; for the others members are asked first. */
export function routedOrAssigning(accepted: WhistleStatus, at: Instant, newId: () => string): WhistleStatus {
  const { terms, grade, route } = accepted;
  if (isUrgent(grade) && route) {
    const tasks = newTasks(route, at, newId);
    const state = step(accepted, 'routeAtOnce');
    return moved(accepted, at, { state, tasks, ...coordinating(accepted, tasks, terms.limits.feedback, at) });
  }
  return moved(accepted, at, {
    state: step(accepted, 'assign'),
    waitingFor: [{ step: 'checkIn', kind: 'role', id: 'member' }],
    clock: startClock('checkIn', terms.limits.checkIn, at, terms, { lastRung: NO_LADDER }),
  });
}

/** Domain 4.2 sendBack: the community has two working days to add what is missing. */
export function sendBack(status: WhistleStatus, { contentId }: Command, at: Instant): Decided {
  const state = step(status, 'sendBack');
  if (status.decline) throw new Refused('declineProposed', status.state);
  const { terms } = status;
  const clock = startWindow('resubmit', terms.steps.resubmit, at, terms);
  const next = moved(status, at, {
    state,
    clock,
    waitingFor: [{ step: 'resubmit', kind: 'role', id: 'communityWorker' }],
  });
  return { next, fact: { type: 'sentBack', contentId } };
}

export function resubmit(status: WhistleStatus, { contentId }: Command, at: Instant): Decided {
  const state = step(status, 'resubmit');
  return { next: moved(status, at, { state, ...toBeAccepted(status, at) }), fact: { type: 'resubmitted', contentId } };
}

/** Domain 4.2: silent for two working days. */
export function lapse(status: WhistleStatus, at: Instant): Decided {
  const next = moved(status, at, { state: step(status, 'lapse'), waitingFor: [], outcome: 'lapsed', asides: [] });
  return { next, fact: { type: 'lapsed' } };
}

/** Domain 4.2 decline: two pairs of eyes; until the deputy leader has spoken it is neither taken nor refused. */
export function proposeDecline(status: WhistleStatus, command: DeclineCommand, at: Instant): Decided {
  only(status, 'BLOWN');
  if (status.decline) throw new Refused('declineProposed', status.state);
  const { terms } = status;
  const { by, reasonCode, contentId } = command;
  const next = moved(status, at, {
    decline: { reasonCode, proposedBy: by.userId },
    waitingFor: [ofDeputyLeader('declineRuling')],
    clock: startClock('declineRuling', terms.steps.declineRuling, at, terms, { lastRung: FULL_LADDER }),
  });
  return { next, fact: { type: 'declineProposed', reasonCode, contentId } };
}

export function ruleDecline(status: WhistleStatus, { isApproved, by, contentId }: RulingCommand, at: Instant): Decided {
  only(status, 'BLOWN');
  const { decline, terms } = status;
  if (!decline) throw new Refused('declineNotProposed', status.state);
  if (!isApproved) {
    const next = moved(status, at, { decline: undefined, ...toBeAccepted(status, at) });
    return { next, fact: { type: 'declineRejected', contentId } };
  }
  const next = moved(status, at, {
    state: step(status, 'decline'),
    decline: { ...decline, confirmedBy: by.userId },
    ...{ waitingFor: [], outcome: 'notAccepted', asides: [], withdrawProposedBy: undefined },
    ...(status.objection ? {} : { clock: startWindow('objection', terms.steps.objection, at, terms) }),
  });
  return { next, fact: { type: 'declined', reasonCode: decline.reasonCode, contentId } };
}

/** Domain 4.2 decline: the community may object once within three working days. */
export function object(status: WhistleStatus, { contentId }: Command, at: Instant): Decided {
  only(status, 'NOT_ACCEPTED');
  if (status.objection || status.clock?.step !== 'objection') throw new Refused('objectionClosed', status.state);
  const { terms } = status;
  const next = moved(status, at, {
    objection: 'open',
    waitingFor: [ofDeputyLeader('objectionRuling')],
    clock: startClock('objectionRuling', terms.steps.objectionRuling, at, terms, { lastRung: FULL_LADDER }),
  });
  return { next, fact: { type: 'objected', contentId } };
}

export function ruleObjection(status: WhistleStatus, command: RulingCommand, at: Instant): Decided {
  only(status, 'NOT_ACCEPTED');
  if (status.objection !== 'open') throw new Refused('objectionMissing', status.state);
  const { isApproved: upheld, contentId } = command;
  const change: Partial<WhistleStatus> = upheld
    ? { state: step(status, 'upholdObjection'), decline: undefined, outcome: undefined, ...toBeAccepted(status, at) }
    : { waitingFor: [] };
  return {
    next: moved(status, at, { objection: 'ruled', ...change }),
    fact: { type: 'objectionRuled', upheld, contentId },
  };
}

/** Nobody objected in time: the refusal stands and nothing more happens. */
export const closeObjection = (status: WhistleStatus, at: Instant): Decided => ({
  next: moved(status, at, { waitingFor: [] }),
  fact: { type: 'objectionClosed' },
});

/** Domain 4.3: the resident has been talked to for the first time. */
export function contact(status: WhistleStatus, { contentId }: Command, at: Instant): Decided {
  const aside = status.asides.find((clock) => clock.step === 'firstContact');
  if (!aside) throw new Refused(status.contactedAt === undefined ? 'wrongState' : 'alreadyAnswered', status.state);
  const next = noted(status, { contactedAt: at, asides: withoutAside(status, 'firstContact') });
  return { next, fact: { type: 'contacted', onTime: at <= aside.dueAt, contentId } };
}
