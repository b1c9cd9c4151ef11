import { Select } from 'antd';
import { useCommunities } from '../blow/use-places.js';
import { useDepartments, useMembers } from '../names/use-names.js';
import type { Field } from './action-form.js';

const DIRECTORIES = ['department', 'departments', 'member', 'members', 'community'] as const;
type Directory = (typeof DIRECTORIES)[number];
type Choices = { value: string; label: string }[];

export const isDirectory = (kind: Field['kind']): kind is Directory => DIRECTORIES.some((one) => one === kind);

const toChoices = (named: readonly { id: string; name: string }[]): Choices =>
  named.map(({ id, name }) => ({ value: id, label: name }));

/** One or several of a directory of the subdistrict; only the one that is chosen from is asked for. */
export function DirectorySelect({ kind, ...controlled }: { kind: Directory }) {
  if (kind === 'member' || kind === 'members') return <MemberSelect {...controlled} isMany={kind === 'members'} />;
  if (kind === 'community') return <CommunitySelect {...controlled} />;
  return <DepartmentSelect {...controlled} isMany={kind === 'departments'} />;
}

function MemberSelect({ isMany, ...controlled }: { isMany: boolean }) {
  return <Choice {...controlled} options={toChoices(useMembers())} isMany={isMany} />;
}

function CommunitySelect(controlled: object) {
  return <Choice {...controlled} options={useCommunities()} />;
}

function DepartmentSelect({ isMany, ...controlled }: { isMany: boolean }) {
  return <Choice {...controlled} options={toChoices(useDepartments())} isMany={isMany} />;
}

function Choice({ options, isMany = false, ...controlled }: { options: Choices; isMany?: boolean }) {
  return (
    <Select
      {...controlled}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      mode={isMany ? 'multiple' : undefined}
    />
  );
}
