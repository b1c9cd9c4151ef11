/** What a template leaves open, as people read it in the text: `{单位}` is filled in before it is sent. */
export const TEXT_SLOTS = ['编号', '社区', '地点', '单位', '日期'] as const;
export type TextSlot = (typeof TEXT_SLOTS)[number];

const SLOT = new RegExp(`\\{(${TEXT_SLOTS.join('|')})\\}`, 'g');

/** Slots of a text that nobody has filled in, each once. */
export const emptySlots = (text: string): TextSlot[] => [
  ...new Set([...text.matchAll(SLOT)].map(([, name]) => name as TextSlot)),
];

/** The text with what is known; what is not stays open for whoever writes. */
export const fillSlots = (text: string, known: Partial<Record<TextSlot, string | undefined>>): string =>
  text.replace(SLOT, (slot, name: TextSlot) => known[name] ?? slot);

/** For `refine`: a text with an empty slot is not sent. */
export const noEmptySlot = {
  check: (text: string): boolean => emptySlots(text).length === 0,
  fault: {
    params: {
      code: 'emptySlot',
      zh: '还有没填的空（如 {单位}），请填好再提交。',
      en: 'There is a slot left to be filled in, such as {单位}.',
    },
  },
};
