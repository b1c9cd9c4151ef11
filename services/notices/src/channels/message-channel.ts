import type { NoticeChannel } from '@hsl/contracts/notice-channels';
import type { Locale } from '@hsl/platform/locale';

/** Words on their way to one person. */
export interface OutgoingMessage {
  /** The same for every try, so that a receiver may tell a repeat. */
  id: string;
  /** Of e-mail; a text has none. */
  subject: string;
  text: string;
  locale: Locale;
}

/** A way out of the platform. */
export interface MessageChannel {
  readonly name: NoticeChannel;
  /** False if the environment does not connect it: then nothing is put on its way. */
  readonly isOn: boolean;
  /**
   * Hands the message to whoever carries it.
   * @throws SendFailure
   */
  send(address: string, message: OutgoingMessage): Promise<void>;
}

/** All ways out, by name. */
export const MESSAGE_CHANNELS = Symbol('MessageChannels');
export type MessageChannels = Readonly<Record<NoticeChannel, MessageChannel>>;
