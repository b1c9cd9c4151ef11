import { NOTICE_CHANNELS, NOTICE_GROUPS } from '@hsl/contracts/notice-channels';
import type { ChosenChannel } from '@hsl/contracts/schemas/notice-settings';

type Choice = ChosenChannel['choice'];
/** By group and channel; what is not there goes by the rules. */
export type Chosen = Readonly<Record<string, Choice | undefined>>;

export const keyOf = ({ group, channel }: Pick<ChosenChannel, 'group' | 'channel'>): string => `${group}.${channel}`;

export const chosenOf = (choices: readonly ChosenChannel[]): Chosen =>
  Object.fromEntries(choices.map((one) => [keyOf(one), one.choice]));

/** As the service keeps it: only what differs from the rules. */
export const choicesOf = (chosen: Chosen): ChosenChannel[] =>
  NOTICE_GROUPS.flatMap((group) =>
    NOTICE_CHANNELS.flatMap((channel) => {
      const choice = chosen[keyOf({ group, channel })] ?? 'byRule';
      return choice === 'byRule' ? [] : [{ group, channel, choice }];
    }),
  );
