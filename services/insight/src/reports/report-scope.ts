/** How much of a subdistrict a report tells of: all, or what concerns these communities and these departments. */
export interface ReportScope {
  subdistrictId: string;
  whole: boolean;
  communityIds: string[];
  departmentIds: string[];
}
