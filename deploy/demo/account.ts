/** One line of the file in which the seed wrote who signs in with what. */
export interface Account {
  userName: string;
  role: string;
  name: string;
  subdistrictId: string;
  password: string;
}
