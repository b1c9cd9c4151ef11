import { AREA_PROPOSAL_STATES } from '@hsl/contracts/schemas/areas';
import type { Story } from '../story.js';
import type { Deed, Kind, Moment, Thing } from './kind.js';

const DAY_MS = 86_400_000;
const reason = '试一试';
const HEADINGS = '编号,姓名,界别,专长,级别,届次,负责社区';
/** Far from the community that all other stories are told in: nobody is asked there. */
const COMMUNITY = '14';

type Reach = (tale: Story) => Promise<Thing>;

/** A day in Shanghai, so many days from now. */
const day = (offset: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + offset * DAY_MS).toISOString().slice(0, 10);

let members = 0;
/** A member nobody else in the matrix has to do with, from the table that the administrator keeps elsewhere. */
const inOffice: Reach = async (tale) => {
  const code = `M${(members += 1) + 500}`;
  const table = `${HEADINGS}\n${code},试员${members},教育,教育,区级,2026-2031,${COMMUNITY}`;
  const headers = { 'content-type': 'text/csv' };
  const report = tale.ok('import', await tale.as('admin').post('/api/members/import?mode=apply', table, headers));
  if (report.added !== 1) throw new Error(`no member was added: ${JSON.stringify(report)}`);
  return { id: `ZX-${code}` };
};

const away: Reach = async (tale) => {
  const member = await inOffice(tale);
  const body = { firstDay: day(0), lastDay: day(1), reason };
  tale.ok('away', await tale.as('liaison1').post(`/api/members/${member.id}/absences`, body));
  return member;
};

const left: Reach = async (tale) => {
  const member = await away(tale);
  tale.ok('leave', await tale.as('admin').post(`/api/members/${member.id}/departure`));
  return member;
};

const OFFICE: Readonly<Record<string, Moment>> = {
  IN_OFFICE: { state: 'IN_OFFICE', reach: inOffice },
  AWAY: { state: 'AWAY', reach: away },
  LEFT: { state: 'LEFT', reach: left },
};

let absences = 1;
const OFFICE_DEEDS: readonly Deed[] = [
  {
    ...{ path: 'departure', ability: 'member.manage', by: 'admin', body: {} },
    ...{ legal: ['IN_OFFICE', 'AWAY'], keyless: true },
  },
  {
    // Other days each time: the same days again are the same absence.
    ...{ path: 'absences', ability: 'member.setAbsence', by: 'liaison1', again: true, keyless: true },
    body: () => ({ firstDay: day(0), lastDay: day((absences += 1)), reason }),
    ...{ legal: ['IN_OFFICE', 'AWAY'], missing: ['LEFT'] },
  },
];

/** A member from the first day in office to the last (domain 4.5): in office, away for a time, gone. */
export const OFFICES: Kind = {
  ...{ title: 'a member in office', service: 'members', collection: '/api/members' },
  ...{ moments: OFFICE, deeds: OFFICE_DEEDS, states: Object.keys(OFFICE) },
  trace: `SELECT row_to_json(m)::text
      || (SELECT json_agg(a ORDER BY a.community_id, a.first_day) FROM area_assignment a WHERE a.member_id = m.id)::text
      || (SELECT count(*) FROM member_absence b WHERE b.member_id = m.id) AS trace,
      (NOT m.active)::int + (SELECT count(*) FROM member_absence b WHERE b.member_id = m.id) AS effects
    FROM member m WHERE m.id = $1`,
};

/** A member's area goes to another: proposed by a liaison officer, ruled on by a deputy leader (S26). */
const proposed: Reach = async (tale) => {
  const { id: memberId } = await inOffice(tale);
  const body = { change: 'end', memberId, communityId: `ZX${COMMUNITY}`, lastDay: day(0), reason };
  const { id } = tale.ok('propose', await tale.as('liaison1').post('/api/area-proposals', body)) as Thing;
  return { id };
};

const ruled =
  (body: object): Reach =>
  async (tale) => {
    const proposal = await proposed(tale);
    tale.ok('rule', await tale.as('deputyleader1').post(`/api/area-proposals/${proposal.id}/decision`, body));
    return proposal;
  };

/** The end of a posting, from the proposal to the ruling. */
export const POSTINGS: Kind = {
  ...{ title: 'a posting that is to end', service: 'members', collection: '/api/area-proposals' },
  moments: {
    PROPOSED: { state: 'PROPOSED', reach: proposed },
    APPROVED: { state: 'APPROVED', reach: ruled({ approved: true }) },
    REFUSED: { state: 'REFUSED', reach: ruled({ approved: false, remark: reason }) },
  },
  states: AREA_PROPOSAL_STATES,
  deeds: [
    {
      ...{ path: 'decision', ability: 'areaAssignment.approve', by: 'deputyleader1', body: { approved: true } },
      ...{ legal: ['PROPOSED'], keyless: true },
    },
  ],
  trace: `SELECT row_to_json(p)::text || (SELECT json_agg(a) FROM area_assignment a WHERE a.member_id = p.member_id)::text
      AS trace, (p.state <> 'PROPOSED')::int AS effects FROM area_proposal p WHERE p.id = $1`,
};
