/** Who plays a standard whistle of one community of 中心路街道 (domain §6). */
export interface Cast {
  communityId: string;
  worker: string;
  liaisonOfficer: string;
  /** Another one: who handled a matter does not ask the resident about it. */
  revisitor: string;
}

/** Communities with two members of their own; 13 and 14 borrow theirs. */
export const COMMUNITY_COUNT = 12;
/** First community of the second and of the third liaison officer. */
const LIAISON_BOUNDS = [6, 11];

/** @param index any number; it goes round the communities */
export function castOf(index: number): Cast {
  const community = (index % COMMUNITY_COUNT) + 1;
  const area = LIAISON_BOUNDS.filter((first) => community >= first).length;
  const code = String(community).padStart(2, '0');
  return {
    communityId: `ZX${code}`,
    worker: `zx-worker-${code}`,
    liaisonOfficer: `zx-liaison${area + 1}`,
    revisitor: `zx-liaison${((area + 1) % 3) + 1}`,
  };
}

/** @param memberId e.g. ZX-M07, whose account is zx-member-07 */
export const memberAccount = (memberId: string): string => `zx-member-${memberId.slice(-2)}`;

export const LEAD = { departmentId: 'ZX-CGJ', handler: 'zx-handler-cgj' } as const;
export const SUPPORTING = { departmentId: 'ZX-XFD', handler: 'zx-handler-xfd' } as const;
