import { describe, expect, it } from '@jest/globals';
import { personalFile, sectionsOf } from './personal-file.js';

describe('the file of one person’s data', () => {
  it('has the sections of all services, with every value of a field that comes several times', async () => {
    const sections = sectionsOf([
      {
        sections: [
          {
            title: '您反映的事',
            entries: [
              [
                { label: '电话', value: '13800006789' },
                { label: '照片', value: 'a.jpg' },
                { label: '照片', value: 'b.jpg' },
              ],
            ],
          },
        ],
      },
      { sections: [{ title: '工作人员替您记下的事', entries: [] }] },
    ]);
    expect(JSON.parse(await personalFile(sections).text())).toEqual({
      您反映的事: [{ 电话: '13800006789', 照片: ['a.jpg', 'b.jpg'] }],
      工作人员替您记下的事: [],
    });
  });
});
