import type { Step } from '@hsl/contracts/steps';
import type { ActionForm } from './action-form.js';

/** As a service lists it. */
export interface Listed {
  name: string;
  allowed: boolean;
  reason?: string;
  reasonCode?: string;
}

/** What the actions of one kind of thing ask, and how they are ordered. */
export interface ActionTable {
  /** In the order of its life. */
  forms: Readonly<Record<string, ActionForm>>;
  /** What a step that is waited for asks for: it comes first. */
  stepActions: Partial<Record<Step, string>>;
  /** May be done at any time and moves nothing on: last. */
  sideSteps: readonly string[];
}

/** Actions this page has a form for: what is waited for first, then in the order of a matter's life. */
export function sortActions<A extends Listed>(
  actions: readonly A[],
  owed: readonly Step[],
  { forms, stepActions, sideSteps }: ActionTable,
): { open: A[]; closed: A[] } {
  const order = Object.keys(forms);
  const first = owed.map((step) => stepActions[step]);
  const rank = (name: string): number =>
    (first.includes(name) ? -order.length : 0) + (sideSteps.includes(name) ? order.length : 0) + order.indexOf(name);
  const known = actions.filter(({ name }) => order.includes(name)).toSorted((a, b) => rank(a.name) - rank(b.name));
  return {
    open: known.filter(({ allowed }) => allowed),
    // What is never this reader's to do is not worth a word.
    closed: known.filter(({ allowed, reasonCode }) => !allowed && reasonCode !== 'roleNotAllowed'),
  };
}
