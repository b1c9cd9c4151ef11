import type { Post, Role } from '@hsl/contracts/roles';
import { PRIVILEGED_ROLES } from '@hsl/contracts/schemas/users';

/** Rank and file of an account, without its password. */
export interface Account {
  id: string;
  subdistrictId: string;
  userName: string;
  name: string;
  posts: Post[];
  active: boolean;
  rightsVersion: number;
}

/** Whether somebody with these posts decides or keeps: such rights are given and taken by two people (S11). */
export const isPrivileged = (posts: readonly Post[]): boolean =>
  posts.some(({ role }) => PRIVILEGED_ROLES.includes(role));

/** Keepers do not act: neither role may be held with any other (docs/abilities.md, principle 5). */
const ALONE: readonly Role[] = ['admin', 'auditor'];

/** What is wrong with a set of posts, or undefined. */
export function problemOfPosts(posts: readonly Post[]): string | undefined {
  if (posts.length === 0) return 'an account has at least one post';
  const keeper = posts.find((post) => ALONE.includes(post.role));
  return keeper && posts.length > 1 ? `${keeper.role} may not be held with another role` : undefined;
}
