import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import type { Notice } from '../generated/prisma/client.js';
import type { Locale } from '@hsl/platform/locale';

/** One or several notices to one person, as one message. */
export interface OutgoingMessage {
  /** The same for every try, so that a receiver may tell a repeat. */
  id: string;
  notices: readonly Pick<Notice, 'kind' | 'whistleNumber' | 'params'>[];
  locale: Locale;
}

/** A way out of the platform. */
export interface MessageChannel {
  readonly name: NoticeChannel;
  /** False if the environment does not connect it: then nothing is put on its way. */
  readonly isOn: boolean;
  /**
   * Hands the message to whoever carries it. Ends within ten seconds.
   * @throws SendFailure
   */
  send(address: string, message: OutgoingMessage): Promise<void>;
}

/** The message did not go out. */
export class SendFailure extends Error {
  /**
   * @param reason a code for the log: nothing personal
   * @param isFinal trying again cannot mend it
   */
  constructor(
    readonly reason: string,
    readonly isFinal: boolean,
    cause?: unknown,
  ) {
    super(reason, { cause });
    this.name = 'SendFailure';
  }
}

/** All ways out, by name. */
export const MESSAGE_CHANNELS = Symbol('MessageChannels');
export type MessageChannels = Readonly<Record<NoticeChannel, MessageChannel>>;
