/** How a session is held (S21): 议事厅、小板凳、现场、议事亭、议事广场、线上、线上线下、入户. */
export const SESSION_FORMATS = [
  'hall',
  'stoolTalk',
  'onSite',
  'pavilion',
  'square',
  'online',
  'hybrid',
  'doorToDoor',
] as const;
export type SessionFormat = (typeof SESSION_FORMATS)[number];

/** Where people are while they talk (S97). It follows from the format: one model for all of them. */
export const SESSION_MODES = ['onSite', 'online', 'hybrid'] as const;
export type SessionMode = (typeof SESSION_MODES)[number];

/** The six fixed seats of 6+N (S24): 社区党组织、政协委员、社区居委会、职能部门、居民代表、法律或专业人士. */
export const FIXED_SEATS = [
  'partyOrganisation',
  'member',
  'neighbourhoodCommittee',
  'department',
  'resident',
  'professional',
] as const;
/** The N: whoever the matter concerns. */
export const SEATS = [...FIXED_SEATS, 'stakeholder'] as const;
export type Seat = (typeof SEATS)[number];

/** CAME: signed in without having been invited. */
export const PARTICIPANT_STATES = ['INVITED', 'ACCEPTED', 'DECLINED', 'CAME'] as const;
export type ParticipantState = (typeof PARTICIPANT_STATES)[number];

export const VOTE_CHOICES = ['for', 'against', 'abstain'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];

/** What the outcome of a session became (S12, S53). */
export const SESSION_LINK_KINDS = ['whistle', 'task', 'proposal', 'project', 'report'] as const;
export type SessionLinkKind = (typeof SESSION_LINK_KINDS)[number];
