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
}
