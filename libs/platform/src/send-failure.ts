/** A message did not go out. */
export class SendFailure extends Error {
  /**
   * @param reason a code for the log: nothing personal
   * @param isFinal trying again cannot mend it
   */
  constructor(
    readonly reason: string,
    readonly isFinal: boolean,
    cause?: unknown,
  ) {
    super(reason, { cause });
    this.name = 'SendFailure';
  }

  /** What went wrong on our side may go well the next time. */
  static of(error: unknown): SendFailure {
    return error instanceof SendFailure ? error : new SendFailure('error', false, error);
  }
}
