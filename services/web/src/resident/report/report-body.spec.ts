import { SendSubmission } from '@hsl/contracts/schemas/submissions';
import { describe, expect, it } from '@jest/globals';
import { reportBody } from './report-body.js';

const typed = { text: ' 路灯不亮 ', place: '', phone: '' };

describe('what a report sends', () => {
  it('is a submission, with the code that was scanned or the community that was chosen', () => {
    const scanned = SendSubmission.parse(reportBody({ code: 'zx.1.abc' }, typed));
    expect(scanned).toMatchObject({ channel: 'qrSubmission', code: 'zx.1.abc', text: '路灯不亮' });
    const chosen = SendSubmission.parse(reportBody({ subdistrictId: 'zx', communityId: 'ZX01' }, typed));
    expect(chosen).toMatchObject({ channel: 'opinionExpress', communityId: 'ZX01' });
    expect(chosen.contact).toBeUndefined();
  });

  it('says where the phone is only if that was pressed for', () => {
    const position = { lat: 34.74658, lon: 113.62537, accuracyM: 20 };
    expect(SendSubmission.parse(reportBody({ code: 'x' }, { ...typed, position })).position).toEqual(position);
    expect(reportBody({ code: 'x' }, { ...typed, position: undefined })).not.toHaveProperty('position');
  });

  it('keeps a phone only as the sender gave it, with the consent that the form says it is', () => {
    const body = SendSubmission.parse(reportBody({ code: 'x' }, { ...typed, phone: '13800000000', place: '东门' }));
    expect([body.contact, body.consent, body.place]).toEqual([{ phone: '13800000000' }, true, '东门']);
  });
});
