import { z } from 'zod';
import { CHANNEL_CHOICES, NOTICE_CHANNELS, NOTICE_GROUPS } from '../notice-channels.js';

const channel = z.enum(NOTICE_CHANNELS);
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'Time of day in Asia/Shanghai.', examples: ['22:00'] });

export const QuietHoursView = z
  .strictObject({ from: clock, to: clock })
  .meta({ id: 'QuietHours', description: '`from` after `to` goes over midnight; equal means none.' });

export const ChosenChannel = z
  .strictObject({ group: z.enum(NOTICE_GROUPS), channel, choice: z.enum(CHANNEL_CHOICES) })
  .meta({ id: 'ChosenChannel', description: 'What a person chose for a group of notices and a channel.' });
export type ChosenChannel = z.output<typeof ChosenChannel>;

const own = {
  language: z.enum(['zh-CN', 'en']).meta({ description: 'Of e-mails and texts.' }),
  quietHours: QuietHoursView,
  choices: z
    .array(ChosenChannel)
    .max(NOTICE_GROUPS.length * NOTICE_CHANNELS.length)
    .meta({ description: 'What is not listed goes by the rules.' }),
};
const EXAMPLE = {
  language: 'zh-CN',
  quietHours: { from: '22:00', to: '07:00' },
  choices: [{ group: 'progress', channel: 'email', choice: 'always' }],
} as const;

export const ChangeNoticeSettings = z.strictObject(own).meta({ id: 'ChangeNoticeSettings', examples: [EXAMPLE] });
export type ChangeNoticeSettings = z.output<typeof ChangeNoticeSettings>;

export const ChannelState = z
  .object({
    channel,
    isOn: z.boolean().meta({ description: 'False if the installation does not connect it: nothing goes out.' }),
    address: z.string().optional().meta({ description: 'For its owner only.' }),
    confirmed: z.boolean().meta({ description: 'Nothing is sent before the code that was sent there is typed.' }),
  })
  .meta({ id: 'ChannelState', description: 'A channel and where it reaches the caller.' });
export type ChannelState = z.output<typeof ChannelState>;

export const NoticeSettings = z
  .object({
    ...own,
    channels: z.array(ChannelState),
    version: z.number().int().meta({ description: 'Also the ETag; 0 before anything was chosen.' }),
    serverNow: z.iso.datetime().optional(),
  })
  .meta({
    id: 'NoticeSettings',
    description: 'How the caller is told.',
    examples: [
      {
        ...EXAMPLE,
        channels: [{ channel: 'email', isOn: true, address: 'wang@example.cn', confirmed: true }],
        version: 1,
      },
    ],
  });
export type NoticeSettings = z.output<typeof NoticeSettings>;

/** The parameter of the routes below. */
export const ChannelName = channel.meta({ id: 'ChannelName', examples: ['email'] });

export const SetAddress = z.strictObject({ address: z.string().trim().min(3).max(200) }).meta({
  id: 'SetAddress',
  description: 'An e-mail address, or a mobile phone.',
  examples: [{ address: '13800000000' }],
});
export type SetAddress = z.output<typeof SetAddress>;

export const ConfirmAddress = z
  .strictObject({ code: z.string().regex(/^\d{6}$/) })
  .meta({ id: 'ConfirmAddress', examples: [{ code: '482913' }] });
export type ConfirmAddress = z.output<typeof ConfirmAddress>;
