import type { TextTemplate } from '@hsl/contracts/schemas/text-templates';
import { describe, expect, it } from '@jest/globals';
import { fitting } from './use-templates.js';

const template = (title: string, over: Partial<TextTemplate> = {}): TextTemplate => ({
  ...{ id: title, use: 'blow', title, text: '…', active: true, version: 1, ...over },
});
const items = [
  template('停车', { categoryCode: 'C2' }),
  template('一般'),
  template('充电', { categoryCode: 'C1' }),
  template('停用的', { active: false }),
];
const titles = (categoryCode?: string) => fitting(items, categoryCode).map(({ title }) => title);

describe('the templates that are offered', () => {
  it('are those of the category and those of all, the special ones first; what is not in use never', () => {
    expect(titles('C1')).toEqual(['充电', '一般']);
    expect(titles('C2')).toEqual(['停车', '一般']);
    expect(titles()).toEqual(['一般']);
  });
});
