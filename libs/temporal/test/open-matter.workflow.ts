import { condition, defineSignal, setHandler } from '@temporalio/workflow';

/** Open until it is told to end, as a matter is for months. */
export async function openMatterWorkflow(): Promise<string> {
  let isDone = false;
  setHandler(defineSignal('end'), () => void (isDone = true));
  await condition(() => isDone);
  return 'ended';
}
