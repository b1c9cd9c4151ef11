import { ROOM_KINDS } from '@hsl/contracts/venues';
import type { CreateRoom, VenueDetails } from '@hsl/contracts/schemas/venues';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../../load-state.js';
import { useHasRole } from '../../sign-in/use-me.js';
import { TableBox } from '../../table-box.js';
import { AdminFrame } from '../admin-frame.js';
import { AdminForm } from '../admin-form.js';
import { Failures } from '../failures.js';
import { useChangingRoom, useChangingVenue, useMakingRoom, useVenue } from './use-places-admin.js';

const route = getRouteApi('/admin/places/$id');
const MOST_SEATS = 5_000;

/** One venue: when it is open, its rooms, and whether they are in use. */
export function VenuePage() {
  const { t } = useTranslation();
  const query = useVenue(route.useParams().id);
  return (
    <AdminFrame words="admin.places">
      <p>
        <Link to="/admin/places">{t('adminPlaces.back')}</Link>
      </p>
      <LoadState query={query}>{query.data && <View venue={query.data} />}</LoadState>
    </AdminFrame>
  );
}

function View({ venue }: { venue: VenueDetails }) {
  const { t } = useTranslation();
  const isAdmin = useHasRole('admin');
  const changing = useChangingVenue();
  const { id, name, kind, address, active, version, openingHours } = venue;
  return (
    <>
      <section>
        <h2>{name}</h2>
        <p>
          {t(`adminPlaces.venueKind.${kind}`)} · {address} · {t(active ? 'adminPlaces.inUse' : 'adminPlaces.ended')}
        </p>
        <ul>
          {openingHours.map(({ weekday, opens, closes }) => (
            <li key={`${weekday} ${opens}`}>
              {t('adminPlaces.openOn', { day: t(`adminPlaces.weekday.${weekday}`), opens, closes })}
            </li>
          ))}
        </ul>
        <Failures error={changing.error} />
        {isAdmin && (
          <Button loading={changing.isPending} onClick={() => changing.send({ id, version, active: !active })}>
            {t(active ? 'adminPlaces.close' : 'adminPlaces.open')}
          </Button>
        )}
      </section>
      <Rooms venue={venue} isAdmin={isAdmin} />
      {isAdmin && <NewRoom venueId={id} />}
    </>
  );
}

const COLUMNS = ['room', 'kind', 'capacity', 'state', 'do'] as const;

function Rooms({ venue: { rooms }, isAdmin }: { venue: VenueDetails; isAdmin: boolean }) {
  const { t } = useTranslation();
  const changing = useChangingRoom();
  return (
    <section>
      <h2>{t('adminPlaces.rooms')}</h2>
      <Failures error={changing.error} />
      {rooms.length === 0 && <p>{t('adminPlaces.rooms.none')}</p>}
      <TableBox label={t('adminPlaces.rooms')} columns={COLUMNS.map((column) => t(`adminPlaces.column.${column}`))}>
        {rooms.map(({ id, name, kind, capacity, active, version }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{t(`adminPlaces.roomKind.${kind}`)}</td>
            <td>{capacity}</td>
            <td>{t(active ? 'adminPlaces.inUse' : 'adminPlaces.ended')}</td>
            <td>
              {isAdmin && (
                <Button
                  aria-label={t(active ? 'adminPlaces.close.of' : 'adminPlaces.open.of', { name })}
                  onClick={() => changing.send({ id, version, active: !active })}
                >
                  {t(active ? 'adminPlaces.close' : 'adminPlaces.open')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </TableBox>
    </section>
  );
}

function NewRoom({ venueId }: { venueId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<CreateRoom>();
  const making = useMakingRoom(venueId, () => form.resetFields());
  const required = (field: string) => [{ required: true, message: t('sheet.required', { field: t(field) }) }];
  return (
    <AdminForm
      form={form}
      name="room"
      title={t('adminPlaces.newRoom')}
      verb={t('adminPlaces.newRoom.do')}
      sending={making}
      onFinish={(typed) => making.send(typed)}
    >
      <Form.Item name="name" label={t('adminPlaces.roomName')} rules={required('adminPlaces.roomName')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={t('adminPlaces.roomKind')} rules={required('adminPlaces.roomKind')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={ROOM_KINDS.map((value) => ({ value, label: t(`adminPlaces.roomKind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="capacity" label={t('adminPlaces.capacity')} rules={required('adminPlaces.capacity')}>
        <InputNumber min={1} max={MOST_SEATS} precision={0} />
      </Form.Item>
    </AdminForm>
  );
}
