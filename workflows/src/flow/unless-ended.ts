import { isCancellation } from '@temporalio/workflow';

/** Who has ended meanwhile cannot be told, and need not be. */
export async function unlessEnded(tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    if (isCancellation(error)) throw error;
  }
}
