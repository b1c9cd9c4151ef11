import { Select } from 'antd';
import { useCategories, useCommunities } from '../blow/use-places.js';
import { useBookingChoices, useRoomChoices } from '../calendar/use-rooms.js';
import { useDepartments, useMembers } from '../names/use-names.js';
import { useSessionChoices } from '../sessions/use-session-choices.js';
import { useTopicChoices } from '../topics/use-topics.js';
import type { Field } from './action-form.js';

interface Choice {
  value: string;
  label: string;
}

const toChoices = (named: readonly { id: string; name: string }[]): Choice[] =>
  named.map(({ id, name }) => ({ value: id, label: name }));
const useMemberChoices = (): Choice[] => toChoices(useMembers());
const useDepartmentChoices = (): Choice[] => toChoices(useDepartments());

/** Fields that are chosen from what the platform knows; a directory is asked for when a sheet needs it. */
export const DIRECTORIES: Partial<Record<Field['kind'], () => Choice[]>> = {
  ...{ member: useMemberChoices, members: useMemberChoices, category: useCategories },
  ...{ department: useDepartmentChoices, departments: useDepartmentChoices },
  ...{ topic: useTopicChoices, topics: useTopicChoices },
  ...{ room: useRoomChoices, booking: useBookingChoices, session: useSessionChoices },
  ...{ community: useCommunities, communities: useCommunities },
};
const SEVERAL: readonly Field['kind'][] = ['members', 'departments', 'communities', 'topics'];
const none = (): Choice[] => [];

export function DirectoryInput({ field, ...controlled }: { field: Field }) {
  const useOptions = DIRECTORIES[field.kind] ?? none;
  return (
    <Select
      {...controlled}
      showSearch={{ optionFilterProp: 'label' }}
      options={useOptions()}
      mode={SEVERAL.includes(field.kind) ? 'multiple' : undefined}
      allowClear={field.isOptional}
    />
  );
}
