import type { Role } from '@hsl/contracts/roles';
import type { TimelineEntry } from './api-answers.js';
import type { Names } from './names.js';
import type { People } from './people.js';
import { DEED_OF, ROLE_WORDS } from './words.js';

const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
});
/** A Chinese character takes two columns of a terminal. */
const WIDE = /[\u2e80-\uffe6]/g;

const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - widthOf(text)));

/** Tells a human reader what happens, as it happens. */
export class Narrator {
  constructor(
    private readonly write: (line: string) => void,
    private readonly people: People,
    private readonly names: Names,
  ) {}

  /** Time, case, who by role and name, what. */
  tell(caseName: string, entry: TimelineEntry): void {
    const time = TIME.format(new Date(entry.at));
    const who = this.whoOf(entry);
    const text = this.names.inText(entry.text);
    // The sentence may begin with the person the line names already.
    const what = text.startsWith(`${who} `) ? text.slice(who.length + 1) : text;
    this.write(`${time}  ${padded(caseName, 14)}${padded(who, 24)}${what}`);
  }

  say(line: string): void {
    this.write(line);
  }

  private whoOf({ kind, actor, details = {} }: TimelineEntry): string {
    if (actor)
      return `${ROLE_WORDS[actor.role as Role] ?? actor.role} ${this.people.findName(actor.userId) ?? actor.userId}`;
    const { memberId, departmentId } = details;
    if (DEED_OF[kind] === 'member' && typeof memberId === 'string') return `委员 ${this.names.nameOf(memberId)}`;
    if (DEED_OF[kind] === 'department' && typeof departmentId === 'string') return this.names.nameOf(departmentId);
    return '系统';
  }
}
