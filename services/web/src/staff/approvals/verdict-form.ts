import type { ActionForm } from '../actions/action-form.js';

/** Fields by which a form says yes or no. */
const VERDICTS: readonly string[] = ['approve', 'accept'];
export type Verdict = 'true' | 'false';

/** Whether a form asks for a yes or a no. */
export const hasVerdict = ({ fields }: ActionForm): boolean => fields.some(({ name }) => VERDICTS.includes(name));

/** The same form with the answer given: what is left is what goes with that answer. */
export function withVerdict(form: ActionForm, verdict: Verdict): ActionForm {
  const asked = form.fields.find(({ name }) => VERDICTS.includes(name));
  if (!asked) return form;
  const goesWith = form.fields.filter(
    ({ name, onlyWith }) => name !== asked.name && (onlyWith?.field !== asked.name || onlyWith.codes.includes(verdict)),
  );
  const fields = goesWith.map(({ onlyWith, ...field }) => ({
    ...field,
    ...(onlyWith !== undefined && onlyWith.field !== asked.name && { onlyWith }),
  }));
  const { toBody = (typed) => typed } = form;
  return { ...form, fields, toBody: (typed) => toBody({ ...typed, [asked.name]: verdict }) };
}
