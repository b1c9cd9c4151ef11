/** What a queue's address holds: the row that is open, its sheet, and a cut. */
export interface QueueSearch {
  open?: string;
  do?: string;
  overdue?: 'true';
}

const MOST_LETTERS = 40;

/** Only what is understood is kept: an address somebody typed by hand never breaks the page. */
export function queueSearchOf({ open, do: doing, overdue }: Record<string, unknown>): QueueSearch {
  return {
    ...(typeof open === 'string' && open !== '' && open.length <= MOST_LETTERS && { open }),
    ...(typeof doing === 'string' && { do: doing }),
    ...(overdue === 'true' && { overdue }),
  };
}
