import type { PersonalSection } from '@hsl/contracts/schemas/personal-data';
import { personalSection, type HeldFields, type PersonalWords } from '@hsl/platform/personal-section';
import type { Locale } from '@hsl/platform/locale';

export interface HeldReporter {
  number: string;
  blownAt: Date;
  name: string | null;
  phone: string | null;
  channel: string;
  satisfaction: string | null;
  solved: string | null;
  revisitedAt: Date | null;
}

/** What fields are called, for residents. */
const WORDS = {
  reports: ['工作人员替您记下的事', 'What staff wrote down for you'],
  number: ['编号', 'Number'],
  blownAt: ['记下的时间', 'Written down'],
  name: ['姓名', 'Name'],
  phone: ['电话', 'Phone'],
  channel: ['您怎么反映的', 'How you told us'],
  satisfaction: ['您的评价', 'What you thought of it'],
  solved: ['您说办好了没有', 'Whether you called it solved'],
  revisitedAt: ['问您的时间', 'When you were asked'],
} as const satisfies PersonalWords;

/** The codes of how a resident came and what was answered, in plain words. */
const ANSWERS: PersonalWords = {
  qr: ['扫码', 'by a code on the wall'],
  opinionExpress: ['网上', 'online'],
  hall: ['到办事大厅', 'at the desk'],
  phone: ['电话', 'by phone'],
  visit: ['工作人员上门', 'at a visit'],
  member: ['通过委员', 'through a member'],
  other: ['其他', 'otherwise'],
  satisfied: ['满意', 'content'],
  basic: ['基本满意', 'fairly content'],
  dissatisfied: ['不满意', 'not content'],
  yes: ['办好了', 'yes'],
  partly: ['办了一部分', 'in part'],
  no: ['没办好', 'no'],
};

/** One section, or none where nothing is held. */
export function reporterSections(rows: readonly HeldReporter[], locale: Locale): PersonalSection[] {
  const said = (code: string | null): string | undefined =>
    code === null ? undefined : (ANSWERS[code]?.[locale === 'en' ? 1 : 0] ?? code);
  const held = rows.map((row): HeldFields<keyof typeof WORDS> => [
    ['number', row.number],
    ['blownAt', row.blownAt],
    ['name', row.name],
    ['phone', row.phone],
    ['channel', said(row.channel)],
    ['satisfaction', said(row.satisfaction)],
    ['solved', said(row.solved)],
    ['revisitedAt', row.revisitedAt],
  ]);
  return rows.length === 0 ? [] : [personalSection(WORDS, 'reports', held, locale)];
}
