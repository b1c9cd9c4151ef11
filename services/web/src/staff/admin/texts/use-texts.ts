import type {
  AddTemplate,
  ChangeTemplate,
  TextTemplate,
  TextTemplateList,
} from '@hsl/contracts/schemas/text-templates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../sign-in/session.js';
import { useSending } from '../../use-sending.js';

const PATH = '/api/text-templates';
const KEY = ['admin', PATH];

export const useTexts = () => useQuery({ queryKey: KEY, queryFn: () => ask<TextTemplateList>(PATH) });

/** Afterwards the forms that offer them ask again as well. */
function useAgain() {
  const queries = useQueryClient();
  return () =>
    Promise.all([queries.invalidateQueries({ queryKey: KEY }), queries.invalidateQueries({ queryKey: ['templates'] })]);
}

export function useAdding(onDone: () => void) {
  const again = useAgain();
  return useSending<AddTemplate>({
    mutationFn: (body) => ask(PATH, { method: 'POST', body }),
    onSuccess: async () => {
      onDone();
      await again();
    },
  });
}

/** For whoever saw the last version. */
export function useChanging(onDone: () => void) {
  const again = useAgain();
  return useSending<{ template: TextTemplate; change: ChangeTemplate }>({
    mutationFn: ({ template: { id, version }, change }) =>
      ask(`${PATH}/${id}`, { method: 'PATCH', body: change, headers: { 'if-match': `"${version}"` } }),
    onSuccess: async () => {
      onDone();
      await again();
    },
    onError: () => void again(),
  });
}
