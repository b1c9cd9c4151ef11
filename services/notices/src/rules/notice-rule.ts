import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import type { NoticeKind, NoticeUrgency } from '@hsl/contracts/notice-kinds';
import type { Audience } from '@hsl/domain/ladder-audiences';

/** One line: when this holds of the event, these people get that notice. */
export interface NoticeRule<Data = Record<string, unknown>> {
  kind: NoticeKind;
  urgency: NoticeUrgency;
  /** `ladder` asks the table of ladder audiences, by the step that is late. */
  to: readonly Audience[] | 'ladder';
  /** Beside the inbox; left out: those of the urgency (`CHANNELS_BY_URGENCY`). */
  channels?: readonly NoticeChannel[];
  /** Fields the event must have with exactly these values; without it every event of the type counts. */
  when?: Partial<Data>;
}
