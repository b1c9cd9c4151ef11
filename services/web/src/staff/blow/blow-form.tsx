import { LEVELS, WHISTLE_KINDS } from '@hsl/contracts/grades';
import { WHISTLE_ORIGINS } from '@hsl/contracts/whistle-origins';
import { Alert, Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { useMe } from '../sign-in/use-me.js';
import type { Basis } from './blow-basis.js';
import type { BlownAnswer, Typed } from './blown.js';
import { ChosenFiles, useChosenFiles } from './chosen-files.js';
import { FactsField } from './facts-field.js';
import { SimilarHints } from './similar-hints.js';
import { useBlowing } from './use-blowing.js';
import { useCategories, useCommunities, useEstates } from './use-places.js';

const label = { optionFilterProp: 'label' } as const;

interface Props {
  /** What it is blown from; absent where somebody begins with nothing. */
  basis?: Basis;
  onBlown: (blown: BlownAnswer, files: readonly ChosenFile[]) => void;
}

export function BlowForm({ basis, onBlown }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const posts = useMe()?.posts ?? [];
  const mine = posts.flatMap(({ communityIds = [] }) => communityIds);
  const communities = useCommunities().filter(({ value }) => mine.includes(value));
  const chosen = useChosenFiles(basis?.name);
  const initial = { kind: 'hardProblem', level: 'blue', communityId: mine[0], ...basis?.typed } as const;
  const blowing = useBlowing((blown) => onBlown(blown, chosen.files), initial, basis);
  const typed = (Form.useWatch([], form) as Typed | undefined) ?? blowing.typed;
  const estates = useEstates(typed.communityId);
  const { categoryCode, communityId, estateId, place, facts } = typed;
  const required = (name: string) => [{ required: true, message: t('sheet.required', { field: t(`blow.${name}`) }) }];
  const codes = (name: string, all: readonly string[]) => all.map((value) => ({ value, label: t(`${name}.${value}`) }));
  return (
    <Form
      form={form}
      layout="vertical"
      scrollToFirstError={{ focus: true }}
      initialValues={blowing.typed}
      onValuesChange={(_changed, all: Typed) => blowing.keep(all)}
      onFinish={blowing.send}
    >
      {basis && <Alert role="note" type="info" showIcon title={t(basis.words, { count: basis.count })} />}
      {blowing.failure !== undefined && <Alert role="alert" type="error" showIcon title={blowing.failure} />}
      <Form.Item name="kind" label={t('blow.kind')} rules={required('kind')}>
        <Select showSearch={label} options={codes('blow.kind', WHISTLE_KINDS)} />
      </Form.Item>
      <Form.Item name="categoryCode" label={t('blow.categoryCode')} rules={required('categoryCode')}>
        <Select showSearch={label} options={useCategories()} />
      </Form.Item>
      <Form.Item name="communityId" label={t('blow.communityId')} rules={required('communityId')}>
        <Select showSearch={label} options={communities} onChange={() => form.setFieldValue('estateId', undefined)} />
      </Form.Item>
      <Form.Item name="estateId" label={t('blow.estateId')}>
        <Select showSearch={label} allowClear options={estates} />
      </Form.Item>
      <Form.Item
        name="place"
        label={t('blow.place')}
        dependencies={['estateId']}
        rules={[{ required: !estateId, message: t('blow.placeOrEstate') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <FactsField
        typed={typed}
        communityName={communities.find(({ value }) => value === communityId)?.label}
        onPick={(text) => {
          form.setFieldValue('facts', text);
          blowing.keep({ ...typed, facts: text });
        }}
      />
      <ChosenFiles {...chosen} />
      <Form.Item name="households" label={t('blow.households')}>
        <InputNumber min={1} max={100_000} precision={0} inputMode="numeric" />
      </Form.Item>
      {!basis?.fixed.submissionId && (
        <Form.Item name="origin" label={t('blow.origin')}>
          <Select showSearch={label} allowClear options={codes('blow.origin', WHISTLE_ORIGINS)} />
        </Form.Item>
      )}
      <Form.Item
        name="level"
        label={t('blow.level')}
        extra={typed.level === 'blue' ? undefined : t('blow.countersign')}
      >
        <Select showSearch={label} options={codes('level', LEVELS)} />
      </Form.Item>
      {categoryCode && communityId && (
        <SimilarHints
          described={{ categoryCode, communityId, estateId, place: place || undefined, facts: facts || undefined }}
        />
      )}
      <Button type="primary" size="large" htmlType="submit" loading={blowing.isPending} block>
        {blowing.isPending ? t('action.submitting') : t('blow.submit')}
      </Button>
    </Form>
  );
}
