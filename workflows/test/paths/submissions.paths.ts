import { submissionWorkflowId } from '@hsl/contracts/workflow-ids';
import { screeningStages } from '@hsl/domain/submission-terms';
import { submissionScreenedSignal, type SubmissionInput } from '../../src/submission/submission.messages.js';
import { until } from '../road.js';
import type { Path } from './path.js';
import type { Scene } from './scene.js';

/** A resident has sent something in; its clock has begun. */
async function received(scene: Scene) {
  const submissionId = scene.steadyId('submission');
  const stages = screeningStages(await scene.stage.env.currentTimeMs());
  const input: SubmissionInput = { submissionId, subdistrictId: 'zx', communityId: 'ZX01', stages };
  const handle = await scene.start('submissionWorkflow', submissionWorkflowId(submissionId), 'topics', input);
  await noted(scene, 1);
  return handle;
}

const noted = (scene: Scene, count: number) => until(() => scene.stage.records.screenings.length >= count || undefined);

/** What residents send in waits to be screened (S111). */
export const SUBMISSIONS: readonly Path[] = [
  {
    name: 'submission-screened',
    play: async (scene) => {
      const handle = await received(scene);
      await handle.signal(submissionScreenedSignal);
      await noted(scene, 2);
    },
  },
  {
    name: 'submission-late',
    play: async (scene) => {
      const handle = await received(scene);
      await scene.pass('60 days');
      await noted(scene, 5);
      await handle.signal(submissionScreenedSignal);
      await noted(scene, 6);
    },
  },
  {
    name: 'submission-not-screened',
    play: async (scene) => {
      await received(scene);
      await scene.pass('60 days');
      await noted(scene, 5);
    },
  },
];
