import type { NoticeAudience, NoticeRuleLine } from '@hsl/contracts/schemas/notice-rules';
import { NOTICE_GROUPS, type NoticeGroup } from '@hsl/contracts/notice-channels';
import { ROLES, type Role } from '@hsl/contracts/roles';

/** The audience that is whoever the event names, whatever the post. */
export const isAnybody = ({ roles }: NoticeAudience): boolean => roles.length === ROLES.length;

/** A rule tells this role; those the ladder decides are kept, since any step may be theirs. */
export const tells = ({ byLadder, to }: NoticeRuleLine, role: Role): boolean =>
  byLadder || to.some(({ roles }) => roles.includes(role));

/** The rules under the groups by which people choose, in that order; groups without a rule are left out. */
export function grouped(
  lines: readonly NoticeRuleLine[],
  role: Role | undefined,
): { group: NoticeGroup; lines: NoticeRuleLine[] }[] {
  const shown = role === undefined ? lines : lines.filter((line) => tells(line, role));
  return NOTICE_GROUPS.map((group) => ({ group, lines: shown.filter((line) => line.group === group) })).filter(
    (one) => one.lines.length > 0,
  );
}
