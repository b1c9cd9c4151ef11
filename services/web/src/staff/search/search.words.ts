import type { Words } from '../../words/words.js';

export const SEARCH_WORDS = {
  'search.title': ['查找', 'Search'],
  'search.what': ['编号、地点、事情、姓名、社区、单位', 'Number, place, matter, name, community, department'],
  'search.go': ['查找', 'Search'],
  'search.rooms': ['到哪里去', 'Where to go'],
  'search.whistles': ['哨件', 'Whistles'],
  'search.members': ['委员', 'Members'],
  'search.places': ['社区和小区', 'Communities and estates'],
  'search.departments': ['单位', 'Departments'],
  'search.none': ['没有找到。', 'Nothing was found.'],
  'search.hint': ['写下编号的一部分、一个地点或一个名字。', 'Type part of a number, a place or a name.'],
} as const satisfies Words;
