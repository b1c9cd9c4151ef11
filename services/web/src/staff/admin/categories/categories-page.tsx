import { AdminFrame } from '../admin-frame.js';
import { CategoryTable } from './category-table.js';
import { RoutingProposals } from './routing-proposals.js';
import { Routing } from './routing.js';

/** Who gets what, and why: the table that suggests the units of a dispatch, what of it waits for approval, the categories. */
export function CategoriesPage() {
  return (
    <AdminFrame words="admin.categories">
      <Routing />
      <RoutingProposals />
      <CategoryTable />
    </AdminFrame>
  );
}
