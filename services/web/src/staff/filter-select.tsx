import { Select } from 'antd';

interface Props {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

/** One cut of a list, chosen by its words; taken back by the cross. */
export function FilterSelect({ label, ...controlled }: Props) {
  return (
    <Select
      {...controlled}
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
    />
  );
}
