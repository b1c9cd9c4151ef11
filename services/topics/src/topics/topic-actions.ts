import type { AccessService, Legality } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { ActionView } from '@hsl/contracts/process-view';
import { TOPIC_LEVELS } from '@hsl/contracts/topics';
import type { Locale } from '@hsl/platform/locale';
import type { Topic } from '../generated/prisma/client.js';
import { isStepOpen, moveAction, TOPIC_STEPS, type TopicStep } from './topic-steps.js';

/** When each step of its life is open; who may take it is in the table of abilities. */
function legalityOf(row: Topic): Legality {
  const isOpen = row.state !== 'CLOSED';
  const steps = Object.values<TopicStep>(TOPIC_STEPS).map(
    (step) => [step.action, { legal: isStepOpen(step, row) }] as const,
  );
  return {
    ...Object.fromEntries(steps),
    ...{ 'session.convene': { legal: isOpen }, 'topic.tag': { legal: true } },
    ...{ 'matter.escalate': { legal: isOpen }, 'matter.handDown': { legal: isOpen } },
  };
}

/** What the reader may do to a topic now: the steps of its life, a talk on it, tags, a level up or down. */
export function topicActions(access: AccessService, actor: Actor, row: Topic, locale: Locale): ActionView[] {
  const { subdistrictId, communityIds, memberIds, proposedBy, state, level } = row;
  const target = {
    ...{ subdistrictId, communityIds, memberIds, createdBy: proposedBy ?? undefined },
    assigneeIds: proposedBy === null ? [] : [proposedBy],
  };
  const facts = {
    ...{ state, notProposer: proposedBy !== actor.userId, invited: false, noConflict: true },
    referredToDistrict: level === 'district',
  };
  const legality = legalityOf(row);
  const moves = TOPIC_LEVELS.flatMap((toLevel) => {
    const action = moveAction(level, toLevel);
    if (action === undefined) return [];
    return access.actions(actor, [action], target, { ...facts, toLevel }, legality, locale);
  });
  const steps = Object.keys(legality).filter((name) => !name.startsWith('matter.'));
  return [...access.actions(actor, steps, target, facts, legality, locale), ...moves];
}
