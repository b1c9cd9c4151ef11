import type { Post } from '@hsl/contracts/roles';

/** An auditor looks at what others did and is told nothing: the service has no inbox for that post alone. */
export const hasInbox = (posts: readonly Pick<Post, 'role'>[]): boolean => posts.some(({ role }) => role !== 'auditor');
