import type { TemplateUse } from '@hsl/contracts/template-uses';

/** Texts every subdistrict begins with, and changes as it likes. */
export const TEMPLATE_TABLE: readonly { use: TemplateUse; title: string; text: string; categoryCode?: string }[] = [
  {
    ...{ use: 'blow', title: '飞线充电', categoryCode: 'C1' },
    text: '{地点}有电动车停放、飞线充电，占用通道。社区已劝导，仍未解决，需要有关单位到场。',
  },
  {
    ...{ use: 'blow', title: '社区办不了的事' },
    text: '{社区}{地点}：什么事、从什么时候起、影响多少户。社区已做了什么，为什么解决不了，需要哪方面到场。',
  },
  { ...{ use: 'answer', title: '已交单位办理' }, text: '您反映的{地点}一事已交{单位}办理，{日期}前答复您。' },
  { ...{ use: 'answer', title: '已经办好' }, text: '您反映的{地点}一事，{单位}已于{日期}办好。不满意请告诉我们。' },
  { ...{ use: 'decline', title: '由其他部门负责' }, text: '这件事街道办不了，由{单位}负责，请直接联系{单位}。' },
  {
    ...{ use: 'feedback', title: '现场整改' },
    text: '{日期}到{地点}现场查看，已采取的措施：；还需要的时间：；责任人：。',
  },
];
