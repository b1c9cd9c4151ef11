import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { proposalTermsFor } from '@hsl/domain/proposal-terms';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { nearestClock } from '@hsl/domain/running-clock';
import * as filing from '@hsl/workflows/proposal/decisions/filing.decisions';
import * as replying from '@hsl/workflows/proposal/decisions/replying.decisions';
import * as time from '@hsl/workflows/proposal/decisions/time.decisions';
import * as units from '@hsl/workflows/proposal/decisions/units.decisions';
import type { ProposalInput } from '@hsl/workflows/proposal/proposal.messages';
import { goneOn } from '@hsl/workflows/proposal/proposal.resumed';
import {
  rowOf,
  runningClocks,
  submitted,
  type ProposalDecided,
  type ProposalStatus,
} from '@hsl/workflows/proposal/proposal.state';
import { describe, expect, it } from '@jest/globals';
import { authorOf, resumedOf, type OpenProposal, type Told } from './proposal-record.js';

const DAY_MS = 86_400_000;
const BEGAN = Date.UTC(2026, 4, 11, 2);
const by = { by: { userId: 'zx-somebody', role: 'member' as const }, contentId: 'words' };
const terms = proposalTermsFor({ version: 1, content: DEFAULT_RULE_SET }, CHINA_CALENDAR);
const input = { proposalId: 'p', subdistrictId: 'zx', submittedBy: by.by, contentId: 'p', submittedAt: BEGAN, terms };
const assigned = { leadDepartmentId: 'D1', supportingDepartmentIds: ['D2', 'D3'] };

type Deed = (now: ProposalStatus, at: number) => ProposalDecided | undefined;
const file: Deed = (now, at) => filing.file(now, { ...by, isFiled: true }, at);
const assign: Deed = (now, at) => filing.assign(now, { ...by, ...assigned }, at);
const askReturn: Deed = (now, at) => units.requestReturn(now, by, at);
const rule =
  (isUpheld: boolean): Deed =>
  (now, at) =>
    units.ruleReturn(now, { ...by, isUpheld }, at);
const opine: Deed = (now) => units.giveOpinion(now, { ...by, departmentId: 'D3' });
const ring: Deed = (now, at) => {
  const { clock, rung } = nearestClock(runningClocks(now))!;
  return time.ring(now, clock, rung, at);
};
const toOther: Deed = (now, at) =>
  filing.assign(now, { ...by, leadDepartmentId: 'D4', supportingDepartmentIds: [] }, at);
const meet: Deed = (now) => replying.recordMeeting(now, by);
const confirm: Deed = (now) => replying.confirmMeeting(now);
const reply: Deed = (now, at) => replying.reply(now, { ...by, replyClass: 'A' }, at);
const promise: Deed = (now, at) => replying.reply(now, { ...by, replyClass: 'B', promisedAt: at + 100 * DAY_MS }, at);
const rate =
  (rating: 'satisfied' | 'dissatisfied'): Deed =>
  (now, at) =>
    replying.rate(now, { ...by, rating }, at);
const close: Deed = (now) => filing.close(now);
const toMet = [file, assign, meet, confirm];

/** A proposal with these deeds, one a day, and what of it is on record. */
function lived(deeds: readonly Deed[]) {
  let at = BEGAN;
  const first = submitted(input as ProposalInput);
  let now = first.next;
  const told = ({ fact: { type, ...details }, ...rest }: ProposalDecided): Told & { rest: unknown } => ({
    ...{ kind: type === 'rung' ? (details as { kind: string }).kind : type, at: new Date(at), actorRole: 'member' },
    ...{ details: details as Told['details'], rest },
  });
  const history: Told[] = [told(first)];
  for (const deed of deeds) {
    at += DAY_MS;
    const decided = deed(now, at)!;
    history.push(told(decided));
    now = decided.next;
  }
  const { repliedAt, ...after } = rowOf(now);
  const row = {
    ...{ id: 'p', submittedBy: by.by.userId, version: now.version, leadDepartmentId: null, replyClass: null },
    ...{ rating: null, ...JSON.parse(JSON.stringify(after)), repliedAt: repliedAt ? new Date(repliedAt) : null },
  } as unknown as OpenProposal;
  return { row, history, now };
}

describe('a proposal whose process is lost', () => {
  it.each<[string, Deed[]]>([
    ['it was only submitted', []],
    ['it was reminded of', [ring, ring]],
    ['it was filed', [file]],
    ['it was assigned, and one unit has given its opinion', [file, assign, opine, ring]],
    ['its lead has asked to return it', [file, assign, askReturn, ring]],
    ['its return was refused', [file, assign, askReturn, rule(false)]],
    ['its return was upheld', [file, assign, askReturn, rule(true), ring]],
    ['it was assigned to another unit', [file, assign, askReturn, rule(true), toOther]],
    ['the other unit has asked to return it too', [file, assign, askReturn, rule(true), toOther, askReturn]],
    ['it was met', [...toMet, opine]],
    ['it was replied to', [...toMet, reply]],
    ['the author was reminded to rate', [...toMet, reply, ring]],
    ['something was promised', [...toMet, promise]],
    ['its first reply was refused', [...toMet, reply, ring, rate('dissatisfied'), ring]],
    ['the author was not reminded of the second reply', [...toMet, reply, ring, rate('dissatisfied'), reply]],
    ['it was rated', [...toMet, promise, rate('satisfied'), ring]],
    ['it was carried over', [...toMet, promise, rate('satisfied'), close]],
  ])('goes on from its records exactly where it stood: %s', (_what, deeds) => {
    const { row, history, now } = lived(deeds);
    expect(goneOn(input as ProposalInput, resumedOf(row, history)!)).toEqual(now);
    expect(authorOf(row, history)).toEqual(by.by);
    expect(time.catchUp(now)).toBeUndefined();
  });

  it('finds a deadline again that was a guess when a calendar came meanwhile', () => {
    const guess = { ...terms, calendar: { ...CHINA_CALENDAR, version: 0, lastYear: 2025 } };
    const { next } = submitted({ ...input, terms: guess } as ProposalInput);
    const again = time.catchUp({ ...next, terms })!;
    expect(next.clock!.provisional).toBe(true);
    expect(again.next).toMatchObject({ version: 2, clock: { provisional: false, fired: 0 } });
    expect(again.fact.type).toBe('calendarLoaded');
  });

  it('is left to a person where its records do not say enough', () => {
    const { row, history } = lived([file, assign, askReturn, rule(true), toOther]);
    expect(resumedOf({ ...row, deadlines: [] }, history)).toBeUndefined();
    const withoutAssignments = history.filter(({ kind }) => kind !== 'assigned');
    expect(resumedOf(row, withoutAssignments)).toBeUndefined();
    expect(authorOf(row, history.slice(1))).toBeUndefined();
    const nameless = history.map((one) => (one.kind === 'returnUpheld' ? { ...one, details: {} } : one));
    expect(resumedOf(row, nameless)).toBeUndefined();
  });
});
