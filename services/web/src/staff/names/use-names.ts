import type { Role } from '@hsl/contracts/roles';
import type { CategoryTree } from '@hsl/contracts/schemas/topics';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../sign-in/session.js';
import { useHasRole, useMe } from '../sign-in/use-me.js';
import { colleague, mayBeAccount } from './colleague-loader.js';
import { namedText } from './named-text.js';

interface Named {
  id: string;
  name: string;
}

const HOUR_MS = 3_600_000;
/** A subdistrict has some dozens of each; more than these pages would be a fault of the service. */
const MOST_PAGES = 10;

async function allOf(path: string): Promise<Named[]> {
  const all: Named[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ limit: '100', ...(cursor !== undefined && { cursor }) });
    const answer = await ask<{ items: Named[]; nextCursor?: string }>(`${path}?${query.toString()}`);
    all.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === undefined) break;
  }
  return all;
}

const useDirectory = (path: string, enabled = true): readonly Named[] =>
  useQuery({ queryKey: ['names', path], queryFn: () => allOf(path), staleTime: HOUR_MS, enabled }).data ?? [];

/** Who may read the directories of departments and members (docs/abilities.md); others are not worth a refusal on every page. */
const DIRECTORY_READERS: readonly Role[] = [
  ...(['communityWorker', 'communityHead', 'member', 'liaisonOfficer', 'handler', 'deputyHead', 'head'] as const),
  ...(['deputyLeader', 'groupLeader', 'admin'] as const),
];
export const useDepartments = (): readonly Named[] =>
  useDirectory('/api/departments', useHasRole(...DIRECTORY_READERS));
export const useMembers = (): readonly Named[] => useDirectory('/api/members', useHasRole(...DIRECTORY_READERS));

/** What came with the platform bears this in place of a person. */
const FIRST_DATA = 'seed';

/** Empty for whoever may not read accounts. */
export const useAccounts = (): readonly Named[] => useDirectory('/api/users', useHasRole('admin'));

/** Who may know the names behind account ids (`user.readName`). */
const COLLEAGUES: readonly Role[] = [
  ...(['communityWorker', 'communityHead', 'liaisonOfficer', 'handler', 'deputyHead', 'head'] as const),
  ...(['deputyLeader', 'groupLeader', 'admin', 'auditor'] as const),
];

/**
 * Says who holds an account; the id itself for whoever may not know, of what is no account, and until the name has come.
 * Which ids a page shows is known only once it is drawn: those it names are asked for afterwards, all at once.
 */
export function useAccountName(): (id: string) => string {
  const { t } = useTranslation();
  const me = useMe();
  const enabled = useHasRole(...COLLEAGUES);
  const named = useRef(new Set<string>());
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => {
    if (named.current.size > ids.length) setIds([...named.current]);
  });
  const answers = useQueries({
    queries: ids.map((id) => ({
      ...{ queryKey: ['names', 'account', me?.userId, id], queryFn: () => colleague(id) },
      ...{ staleTime: HOUR_MS, enabled },
    })),
  });
  const names = new Map(ids.map((id, index) => [id, answers[index]?.data?.name]));
  return (id) => {
    if (id === FIRST_DATA) return t('admin.firstData');
    if (id === me?.userId) return me.name;
    if (mayBeAccount(id)) named.current.add(id);
    return names.get(id) ?? id;
  };
}

/** Says what an id is called; the id itself until the directory has come. */
export function useNameOf(): (kind: 'department' | 'member' | 'role', id: string) => string {
  const departments = useDepartments();
  const members = useMembers();
  return (kind, id) => {
    if (kind === 'role') return id;
    return (kind === 'department' ? departments : members).find((one) => one.id === id)?.name ?? id;
  };
}

/** Names of communities; nothing until they have come, the id itself of one that is not among them. */
export function useCommunityName(): (id: string) => string {
  const communities = useDirectory('/api/communities');
  return (id) => (communities.length === 0 ? '' : (communities.find((one) => one.id === id)?.name ?? id));
}

/** What a category is called; nothing until the tree has come, for its code says nothing to people. */
export function useCategoryName(): (code: string) => string | undefined {
  const { data } = useQuery({
    queryKey: ['names', '/api/categories'],
    queryFn: () => ask<CategoryTree>('/api/categories'),
    staleTime: HOUR_MS,
  });
  return (code) => data?.items.find((one) => one.code === code)?.name;
}

/** Puts names in the place of the ids in a sentence of a service. */
export function useNamedText(): (text: string) => string {
  const nameOf = useNameOf();
  const communityName = useCommunityName();
  return (text) => namedText(text, (kind, id) => (kind === 'community' ? communityName(id) : nameOf(kind, id)));
}
