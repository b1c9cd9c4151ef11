import type { Words } from '../../words/words.js';

export const BLOW_WORDS = {
  'blow.title': ['吹哨', 'Blow a whistle'],
  'blow.kind': ['哨类', 'Kind'],
  'blow.kind.hardProblem': ['疑难问题', 'hard problem'],
  'blow.kind.jointEnforcement': ['联合执法', 'joint enforcement'],
  'blow.kind.emergency': ['应急处置', 'emergency'],
  'blow.categoryCode': ['分类', 'Category'],
  'blow.communityId': ['社区', 'Community'],
  'blow.estateId': ['小区楼院', 'Estate'],
  'blow.place': ['具体位置', 'Place'],
  'blow.facts': ['发生了什么事（不写居民姓名和电话）', 'What happened (no names or phones of residents)'],
  'blow.files': ['现场照片和文件（可不加）', 'Photos and files of the place (optional)'],
  'blow.files.hint': [
    '照片、PDF、DOCX、XLSX。照片会缩小并去掉拍摄地点；吹哨以后上传，没传完的留在本机。',
    'Photos, PDF, DOCX, XLSX. Photos are made smaller and lose their location; they go up once the whistle is blown, and stay on this device until then.',
  ],
  'blow.households': ['影响多少户', 'Households concerned'],
  'blow.origin': ['自己发现的（居民反映的不填）', 'Our own finding (leave empty if residents brought it)'],
  'blow.origin.visit': ['走访发现', 'found on a visit'],
  'blow.origin.tour': ['观摩发现', 'found on a tour'],
  'blow.level': ['哨级', 'Level'],
  'blow.countersign': ['黄哨、红哨须社区书记会签后才能受理。', 'Yellow and red need the community head’s countersign.'],
  'blow.placeOrEstate': ['小区楼院和具体位置至少填一项', 'Give an estate or a place'],
  'blow.fromSubmission': [
    '据居民来件吹哨，反映人 {{count}} 位。姓名和电话不带过来；吹哨后来件转为“已吹哨”，居民用原查询码看进展。',
    'Blown from what a resident told; residents behind it: {{count}}. Name and phone are not copied. The submission becomes this whistle, which its sender follows by the same code.',
  ],
  'blow.fromTopic': [
    '据议题吹哨，列为它的哨件。附议居民 {{count}} 位。',
    'Blown for a topic and listed there. Residents who endorsed it: {{count}}.',
  ],
  'blow.submissionOver': [
    '这件来件已经处理：{{state}}，不再据此吹哨。',
    'It has been dealt with ({{state}}); nothing is blown from it.',
  ],
  'blow.openSubmission': ['看来件', 'Open it'],
  'blow.submit': ['吹哨', 'Blow'],
  'blow.similar': ['可能已经有人吹过', 'This may have been blown already'],
  'blow.similar.none': ['没有发现重复。', 'No duplicate found.'],
  'blow.similar.score': ['相似 {{score}}', 'similarity {{score}}'],
  'blow.done': [
    '收到了。编号 {{number}}，居民查询码 {{trackingCode}}，{{due}} 前受理。',
    'Received. Number {{number}}, residents’ code {{trackingCode}}, to be accepted by {{due}}.',
  ],
  'blow.open': ['看这件事', 'Open it'],
  'blow.another': ['再吹一次', 'Blow another'],
} as const satisfies Words;
