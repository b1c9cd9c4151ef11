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

/** Beside the primary action; whoever reads seven buttons of one weight reads none. */
const BESIDE_AT_MOST = 3;

/** How the open actions are laid out: one that leads, a few beside it, the rest behind "more". */
export interface Bar<A> {
  /** None where all that is open may be done at any time: nothing of it is what the page is for. */
  primary?: A;
  beside: A[];
  more: A[];
}

/** @param open in the order of {@link sortActions} */
export function barOf<A extends Listed>(open: readonly A[], { sideSteps }: Pick<ActionTable, 'sideSteps'>): Bar<A> {
  const [first, ...rest] = open;
  const leads = first !== undefined && !sideSteps.includes(first.name);
  const others = leads ? rest : open;
  return {
    ...(leads ? { primary: first } : {}),
    beside: others.slice(0, BESIDE_AT_MOST),
    more: others.slice(BESIDE_AT_MOST),
  };
}
