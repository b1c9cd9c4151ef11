import { z } from 'zod';

/** A period of days in Asia/Shanghai, its last one included. */
export const dayPeriod = {
  from: z.iso.date().meta({ description: 'First day, in Asia/Shanghai' }),
  to: z.iso.date().meta({ description: 'Last day, included' }),
};

/** Whether it ends no earlier than it begins. Dates of this form sort as text. */
export const isInOrder = ({ from, to }: { from: string; to: string }): boolean => from <= to;

/** What the reader is told if it is not. */
export const NOT_BEFORE_FROM = {
  path: ['to'],
  params: { code: 'notBeforeFrom', zh: '止日不能早于起日。', en: 'The period ends before it begins.' },
};
