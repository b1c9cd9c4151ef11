/** Entries of the registers of this page, as far as it shows them. */
interface Entry {
  id: string;
  state: string;
  communityId?: string;
  memberId?: string;
}

export interface Visit extends Entry {
  on: string;
  said: string;
  seen: string;
  achieved: string;
}

export interface AnyEntry extends Entry {
  kind?: string;
  title?: string;
  on?: string;
  heldOn?: string;
  place?: string;
  trade?: string;
  startsOn?: string;
  endsOn?: string;
  target?: number;
  /** Ids of members. */
  invited?: readonly string[];
  /** What many told, by the name of each answer. */
  records?: Readonly<Record<string, unknown>>;
  findings?: Readonly<Record<string, unknown>>;
  headCount?: number;
  attendance?: number;
  campaign?: string;
  goods?: string;
  /** Fen. */
  valueFen?: number;
  said?: string;
}
