import { SubmitFeedback } from '@hsl/contracts/schemas/department-tasks';
import { VerifyWhistle } from '@hsl/contracts/schemas/whistles';
import { describe, expect, it } from '@jest/globals';
import { evidencePieces, missingShots } from './evidence-typed.js';

const [A, B] = ['6f1f6a1e-4d0c-4f7e-9c1a-0a9b8c7d6e5f', '6f1f6a1e-4d0c-4f7e-9c1a-0a9b8c7d6e5e'];
const files = [
  { id: A, name: 'a.jpg', stage: 'before' },
  { id: B, name: 'b.jpg', stage: 'after' },
] as const;

describe('evidence that was typed and chosen', () => {
  it('is sent as one piece for each stage, with its files where the service names them', () => {
    const evidence = evidencePieces({ note: '东门停放区', files }, true);
    expect(SubmitFeedback.parse({ summary: '已划线', evidence }).evidence).toEqual([
      { kind: 'before', note: '东门停放区', fileIds: [A] },
      { kind: 'after', note: '东门停放区', fileIds: [B] },
    ]);
  });

  it('is words alone where files stand on the matter by themselves', () => {
    const evidence = evidencePieces({ note: '现场看过' }, false);
    expect(VerifyWhistle.parse({ verdict: 'pass', evidence }).evidence).toEqual([{ kind: 'after', note: '现场看过' }]);
  });

  it('says which photos are missing still', () => {
    const shots = [{ stage: 'before' }, { stage: 'after', least: 1 }] as const;
    expect(missingShots(shots, {})).toEqual([{ stage: 'after', n: 1 }]);
    expect(missingShots(shots, { files })).toEqual([]);
  });
});
