import { AdminFrame } from '../admin-frame.js';
import { QrPoints } from './qr-points.js';
import { NewPoint } from './new-point.js';
import { Venues } from './venues.js';
import { NewVenue } from './new-venue.js';
import { useHasRole } from '../../sign-in/use-me.js';

/** Where people can report and meet. */
export function PlacesPage() {
  const isAdmin = useHasRole('admin');
  return (
    <AdminFrame words="admin.places">
      <QrPoints />
      {isAdmin && <NewPoint />}
      <Venues />
      {isAdmin && <NewVenue />}
    </AdminFrame>
  );
}
