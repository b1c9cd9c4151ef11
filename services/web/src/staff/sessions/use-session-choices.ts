import type { Session } from '@hsl/contracts/schemas/sessions';
import { useCutList } from '../cut-list/use-cut-list.js';
import { useAbout } from './use-about.js';

/** Sessions that are still to be concluded, the newest of them. */
export function useSessionChoices(): { value: string; label: string }[] {
  const aboutOf = useAbout();
  const { items } = useCutList<Session>('/api/deliberations', { state: 'CONVENED' });
  return items.map((session) => ({ value: session.id, label: aboutOf(session) }));
}
