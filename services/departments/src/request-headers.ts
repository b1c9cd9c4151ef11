/** What a handler needs of a request to know its reader's language. */
export type RequestHeaders = Record<string, string | string[] | undefined>;
