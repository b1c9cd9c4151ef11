import type { Words } from '../../words/words.js';

/** What is held about a resident, and how it is forgotten. */
export const PERSONAL_WORDS = {
  'personal.title': ['我的信息', 'What is held about me'],
  'personal.link': ['查看或删除我的信息', 'See or erase what is held about me'],
  'personal.help': [
    '先证明是您本人：我们给您留的手机发一个验证码。没留手机的，直接查看。',
    'First prove that it is you: a code goes to the phone you left. If you left none, you see it at once.',
  ],
  'personal.begin': ['开始', 'Begin'],
  'personal.sent': ['验证码已发到 {{phone}}，10 分钟内有效。', 'A code went to {{phone}}; it is good for ten minutes.'],
  'personal.code': ['验证码', 'Code'],
  'personal.prove': ['查看', 'See it'],
  'personal.none': ['没有您的信息。', 'Nothing is held about you.'],
  'personal.gone': [
    '这件事没有留下您的姓名和电话，或者已经删除。',
    'Neither your name nor your phone is kept with this: none was left, or it has been erased.',
  ],
  'personal.save': ['存成文件', 'Save as a file'],
  'personal.file': ['我的信息.json', 'my-data.json'],
  'personal.erase': ['申请删除我的姓名和电话', 'Ask to erase my name and phone'],
  'personal.erase.sure': [
    '删除后我们不能再联系您；您反映的事照常办。街道负责人同意后删除。',
    'Afterwards we cannot reach you; what you told us is handled as before. It is erased once a leader has agreed.',
  ],
  'personal.erase.yes': ['确定申请', 'Yes, ask for it'],
  'personal.erase.no': ['不申请了', 'No'],
  'personal.erase.asked': [
    '收到您的申请。同意后，姓名和电话会删除。',
    'Received. Once it is granted, name and phone are gone.',
  ],
} as const satisfies Words;
