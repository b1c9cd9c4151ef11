import type { TextTemplate, TextTemplateList } from '@hsl/contracts/schemas/text-templates';
import type { TemplateUse } from '@hsl/contracts/template-uses';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../sign-in/session.js';

const FRESH_MS = 300_000;

/** Texts to begin with, for this use: those of the category first, of another category none. */
export function useTemplates(use: TemplateUse, categoryCode?: string): TextTemplate[] {
  const queryFn = () => ask<TextTemplateList>(`/api/text-templates?use=${use}`);
  const { data } = useQuery({ queryKey: ['templates', use], queryFn, staleTime: FRESH_MS });
  return fitting(data?.items ?? [], categoryCode);
}

export function fitting(items: readonly TextTemplate[], categoryCode: string | undefined): TextTemplate[] {
  const fits = items.filter((one) => one.active && (one.categoryCode ?? categoryCode) === categoryCode);
  const weightOf = (one: TextTemplate): number => (one.categoryCode === undefined ? 1 : 0);
  return fits.toSorted((a, b) => weightOf(a) - weightOf(b) || a.title.localeCompare(b.title, 'zh-CN'));
}
