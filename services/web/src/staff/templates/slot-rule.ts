import { emptySlots } from '@hsl/contracts/text-slots';
import type { TFunction } from 'i18next';

/** A text with an empty slot is not sent: the field says which ones are left. */
export const slotRule = (t: TFunction) => ({
  validator: async (_rule: unknown, text: unknown): Promise<void> => {
    const left = typeof text === 'string' ? emptySlots(text) : [];
    if (left.length > 0) throw new Error(t('template.left', { slots: left.map((name) => `{${name}}`).join(' ') }));
  },
});
