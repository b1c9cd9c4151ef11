/** What may be said to whoever asks for the own data, or for its end (domain 4.6); part of `PROBLEMS`. */
export const PERSONAL_DATA_PROBLEMS = {
  senderNotProven: {
    status: 401,
    zh: '还没有证明是您本人，或已过期，请重新获取短信码。',
    en: 'It is not proven that this is you, or too long ago; ask for another code.',
  },
  erasureRequested: {
    status: 409,
    zh: '已经申请过删除，正等批准。',
    en: 'Erasure was asked for and waits for approval.',
  },
} as const;
