import type { Role } from '@hsl/contracts/roles';
import type { ActionForm, Field } from '../actions/action-form.js';
import type { Listed } from '../actions/sort-actions.js';
import type { SolicitationRound } from './use-topics.js';

type RoundState = SolicitationRound['state'];

const day = (name: string): Field => ({ name, kind: 'plainDay' });

/** Steps of a round of asking for topics (S39), each at its own address. */
export const roundForms = (id: string): Record<string, ActionForm> => ({
  'solicitationRound.open': {
    path: '/api/solicitation-rounds',
    fields: [{ name: 'title', kind: 'line', maxLength: 60 }, day('opensOn'), day('closesOn')],
  },
  'solicitationRound.close': { path: `/api/solicitation-rounds/${id}/closing`, fields: [] },
  'solicitationRound.screen': {
    path: `/api/solicitation-rounds/${id}/screening`,
    fields: [
      { name: 'chosen', kind: 'topics', isOptional: true },
      { name: 'remark', kind: 'text', maxLength: 500, isOptional: true },
    ],
    toBody: (typed) => ({ chosen: [], ...typed }),
  },
  'solicitationRound.publish': { path: `/api/solicitation-rounds/${id}/publication`, fields: [] },
});

const LIAISON: Readonly<Record<RoundState, string | undefined>> = {
  OPEN: 'solicitationRound.close',
  CLOSED: 'solicitationRound.screen',
  SCREENED: undefined,
  PUBLISHED: 'solicitationRound.open',
};

/** The service decides; this is what is worth offering: an entry of a register says nothing of rights. */
export function roundSteps(state: RoundState | undefined, roles: readonly Role[]): Listed[] {
  const ofLiaison = LIAISON[state ?? 'PUBLISHED'];
  const offered = [
    ...(roles.includes('liaisonOfficer') && ofLiaison !== undefined ? [ofLiaison] : []),
    ...(roles.includes('deputyLeader') && state === 'SCREENED' ? ['solicitationRound.publish'] : []),
  ];
  return offered.map((name) => ({ name, allowed: true }));
}
