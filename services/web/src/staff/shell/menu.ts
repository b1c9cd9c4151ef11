import type { Post, Role } from '@hsl/contracts/roles';
import type { SHELL_WORDS } from './shell.words.js';

interface MenuEntry {
  to: '/work' | '/inbox';
  words: keyof typeof SHELL_WORDS;
  /** Left out: everybody who signs in. */
  roles?: readonly Role[];
}

/** At most seven for anybody; services decide what may be done, this only what is worth a way in. */
const MENU: readonly MenuEntry[] = [
  { to: '/work', words: 'menu.work' },
  { to: '/inbox', words: 'menu.inbox' },
];

export const menuFor = (posts: readonly Pick<Post, 'role'>[]): readonly MenuEntry[] =>
  MENU.filter(({ roles }) => !roles || posts.some(({ role }) => roles.includes(role)));
