/** What a text is for: the facts of a whistle, an answer to a sender, a refusal, what a department reports. */
export const TEMPLATE_USES = ['blow', 'answer', 'decline', 'feedback'] as const;
export type TemplateUse = (typeof TEMPLATE_USES)[number];
