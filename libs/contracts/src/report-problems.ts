/** What may be said of a report that is asked for (domain 5.2); part of `PROBLEMS`. */
export const REPORT_PROBLEMS = {
  tooManyReports: {
    status: 429,
    zh: '您已有 5 份报表在生成，请等其中一份完成。',
    en: 'Five of your reports are being made; wait for one of them.',
  },
  reportUnfinished: { status: 409, zh: '报表还没有生成好。', en: 'The report is not finished yet.' },
  reportEmpty: {
    status: 409,
    zh: '这个时间段没有内容，没有生成报表。请换一个时间段。',
    en: 'The period is empty, so no report was made. Choose another one.',
  },
  reportLong: {
    status: 409,
    zh: '这份报表太长，请下载后看。',
    en: 'This report is too long for a page; download it.',
  },
  reportFailed: { status: 409, zh: '报表没有生成成功，请重新生成。', en: 'The report failed; have it made again.' },
} as const;
